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
    try console.list(try await desk.timeline(of: "\(client.id)"), TimelineEntry.fields, nothing: "Nothing yet.")
  }
}

extension TimelineEntry {
  static let fields: [Field<TimelineEntry>] = [
    Field("at", "When", value: { JSON($0.at) }, shown: { Inked(Moment.local($0.at)) }),
    Field("what", "What", value: { .string($0.what) }, shown: { Inked(AuditVerb.words($0.what)) }),
    Field("short_id", "ID", rank: 2, value: { JSON($0.shortID) }, shown: { Inked($0.shortID ?? "", .cyan) }),
    Field("state", "State now", rank: 1, value: { JSON($0.state) }),
    Field("id", value: { JSON($0.id?.uuidString.lowercased()) }),
  ]
}
