import ArgumentParser
import Care
import Clinical
import Foundation
import JSON
import Records

struct Find: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Search clients, notes, intakes, visits and plans.",
    discussion: """
      Finds what has all of the words, each from its beginning, in names and contacts, notes, answers, visits and your \
      words on plans; what was chosen from a list is found by its English id, such as wintergreen rub.
      Example: plumbline find wintergreen rub
      """)

  @Argument(help: "Words.")
  var words: [String]
  @Option(help: "Only client, note, intake, visit or plan.")
  var kind: Found.Kind?
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let words = words.joined(separator: " ")
    let most = min(listing.limit ?? 50, Int(Int32.max) - 1)
    // One more than are shown, to know whether there are more.
    var found = try await desk.find(words, kind: kind, limit: most + 1)
    if found.count > most {
      found.removeLast()
      console.note("The newest \(most); there are more: --limit")
    }
    var packs: [String: ContentPack] = [:]
    for version in Set(found.compactMap(\.answer?.contentVersion)) {
      packs[version] = try await desk.content(version)
    }
    let places = found.map { FoundPlace(found: $0, text: $0.text(around: words, packs)) }
    try console.list(places, FoundPlace.columns, nothing: "Nothing has these words.")
  }
}

extension Found.Kind: ExpressibleByArgument {}

/// A place where words were found, with its text on one line.
struct FoundPlace: Sendable {
  let found: Found
  let text: String

  static let columns: [Column<FoundPlace>] = [
    Column("kind", "Kind", rank: 1, value: { .string($0.found.kind.rawValue) }),
    Column("short_id", "ID", value: { JSON($0.found.shortID) }, shown: { StyledText($0.found.shortID ?? "", .cyan) }),
    Column(
      "client_name", "Client", value: { .string($0.found.clientName) },
      shown: { StyledText($0.found.clientName, .bold) }),
    Column("excerpt", "Where", value: { .string($0.text) }),
    Column("at", "When", rank: 2, value: { JSON($0.found.at) }, shown: { StyledText(Moment.localDay($0.found.at)) }),
    Column("question", value: { JSON($0.found.answer?.question.rawValue) }),
    Column("id", value: { .string($0.found.id.lowercased) }),
    Column("client", value: { .string("\($0.found.client)") }),
  ]
}

extension Found {
  /// Returns an answer after its question, or any other text alone.
  fileprivate func text(around words: String, _ packs: [String: ContentPack]) -> String {
    guard let answer, let pack = packs[answer.contentVersion], let question = pack.question(answer.question) else {
      return (body ?? "").onOneLineOfText.excerpt(around: words)
    }
    let lines = answer.value.lines(to: question, in: pack)
    return "\(question.text) \(lines.joined(separator: "; ").onOneLineOfText.excerpt(around: words))"
  }
}

extension String {
  /// The text with single spaces in place of white space of any kind.
  fileprivate var onOneLineOfText: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Returns about a hundred characters around the place that was found, with an ellipsis where text was cut.
  fileprivate func excerpt(around words: String) -> String {
    let (before, after) = (30, 70)
    let place = place(foundBy: words) ?? startIndex
    let start = index(place, offsetBy: -before, limitedBy: startIndex) ?? startIndex
    let end = index(place, offsetBy: after, limitedBy: endIndex) ?? endIndex
    return (start == startIndex ? "" : "…") + self[start..<end] + (end == endIndex ? "" : "…")
  }
}
