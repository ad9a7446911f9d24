import ArgumentParser
import Clinical
import Foundation
import JSON
import Records

struct ClientTimeline: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Everything that happened with a client, newest first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    try console.list(try await desk.timeline(of: "\(client.id)"), TimelineEntry.columns, nothing: "Nothing yet.")
  }
}

extension TimelineEntry {
  static let columns: [Column<TimelineEntry>] = [
    Column("at", "When", value: { JSON($0.at) }, shown: { StyledText(Moment.local($0.at)) }),
    Column("what", "What", value: { .string($0.what) }, shown: { StyledText(AuditVerb.words($0.what)) }),
    Column("short_id", "ID", rank: 2, value: { JSON($0.shortID) }, shown: { StyledText($0.shortID ?? "", .cyan) }),
    Column("state", "State now", rank: 1, value: { JSON($0.state) }),
    Column(
      "detail", "Details", rank: 3, value: { JSON($0.detail) }, shown: { StyledText($0.detailWords) }),
    Column("id", value: { JSON($0.id?.lowercased) }),
  ]

  private var detailWords: String {
    guard let detail else { return "" }
    if let wish = ClientWish(rawValue: detail) { return "the client \(wish.words)" }
    guard what.hasPrefix("message."), let kind = detail.prefixMatch(of: /[a-z_]+/) else { return detail }
    return (Letter.Kind(rawValue: String(kind.0))?.words ?? String(kind.0)) + detail[kind.range.upperBound...]
  }
}
