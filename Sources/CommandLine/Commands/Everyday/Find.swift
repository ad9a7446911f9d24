import ArgumentParser
import Clinical
import Foundation
import Records

struct Find: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Search clients, notes, intakes and plans.",
    discussion: "Example: plumbline find wintergreen rub")

  enum Kind: String, CaseIterable, ExpressibleByArgument { case client, note, intake, plan }

  @Argument(help: "Words.")
  var words: [String]
  @Option(help: "Only client, note, intake or plan.")
  var kind: Kind?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let found = try await desk.find(words.joined(separator: " "), limit: listing.limit ?? 200)
      .filter { kind == nil || $0.kind.rawValue == kind?.rawValue }
    try console.list(found, Found.fields, nothing: "Nothing has these words.")
  }
}

extension Found {
  static let fields: [Field<Found>] = [
    Field("kind", "Kind", rank: 1, value: { .string($0.kind.rawValue) }),
    Field("short_id", "ID", value: { JSON($0.shortID) }, shown: { Inked($0.shortID ?? "", .cyan) }),
    Field("client_name", "Client", value: { .string($0.clientName) }, shown: { Inked($0.clientName, .bold) }),
    Field("excerpt", "Where", value: { .string($0.excerpt) }),
    Field("at", "When", rank: 2, value: { JSON($0.at) }, shown: { Inked(Moment.localDay($0.at)) }),
    Field("id", value: { .string($0.id.uuidString.lowercased()) }),
    Field("client", value: { .string("\($0.client)") }),
  ]
}
