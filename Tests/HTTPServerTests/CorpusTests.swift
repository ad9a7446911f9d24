import Foundation
import Testing

@testable import HTTPServer

/// The corpora of Tests/Acceptance, given to the parsers alone; the runners there send them to a running daemon.
struct CorpusTests {
  private struct HTTPCase: Decodable {
    let id: String
    let expect: String
    let level: String
    let raw: String?
  }

  private struct FormCase: Decodable {
    let id: String
    let raw: String?
    let expect: String
    let value: String?
    let why: String
  }

  private func cases<Case: Decodable>(_ file: String, of type: Case.Type) throws -> [Case] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Acceptance/\(file)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }

  /// The bytes of a case: Latin-1, with `{{REP:text:count}}` expanded.
  private func bytes(_ raw: String, _ names: [String: String]) -> [UInt8] {
    var text = names.reduce(raw) { $0.replacing("{{\($1.key)}}", with: $1.value) }
    while let match = text.firstMatch(of: #/\{\{REP:(?<text>(?s:.*?)):(?<count>\d+)\}\}/#) {
      text.replaceSubrange(match.range, with: String(repeating: String(match.text), count: Int(match.count) ?? 0))
    }
    return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func readsEveryHostileRequestAlikeInOnePieceAndInMany() throws {
    let names = ["HOST": "localhost", "GET": "/healthz", "POST": "/i/x"]
    for example in try cases("http/cases.jsonl", of: HTTPCase.self) {
      guard let raw = example.raw else { continue }
      let bytes = bytes(raw, names)
      let whole = parse([bytes[...]])
      let pieces = stride(from: 0, to: bytes.count, by: bytes.count > 2_000 ? 777 : 1).map { start in
        bytes[start..<min(bytes.count, start + (bytes.count > 2_000 ? 777 : 1))]
      }
      let cut = parse(pieces)
      #expect(cut.rejection == whole.rejection, "\(example.id)")
      #expect(cut.bodies == whole.bodies, "\(example.id)")
    }
  }

  @Test func decodesEveryFormValueExactlyOrRefusesIt() throws {
    let decoderRefuses = Set(["value", "syntax"])
    for example in try cases("forms/urlencoded.jsonl", of: FormCase.self) {
      guard let raw = example.raw else { continue }
      let body = bytes(raw, ["GOOD": "good=1", "F": "field", "G": "date", "KEY": "key"])
      let form = try? Form(decoding: body)
      if example.expect == "exact", let value = example.value {
        let stored = form?.values("field").first.map { Array($0.utf8) }
        #expect(stored == bytes(value, [:]), "\(example.id) \(example.why)")
      } else if example.expect == "reject", raw.hasPrefix("{{GOOD}}"),
        decoderRefuses.contains(String(example.id.prefix { $0 != "-" }))
      {
        #expect(form == nil, "\(example.id) \(example.why)")
      }
    }
  }

  private struct MultipartCase: Decodable {
    let id: String
    let content_type: String
    let raw: String
    let why: String
  }

  /// Of the corpus only what differs in case or in a space is what a browser could have sent.
  @Test func readsOfTheMultipartCorpusOnlyWhatIsWellFormed() throws {
    let wellFormed: Set = ["10", "35", "36", "42", "47", "48", "49"]
    for example in try cases("forms/multipart.jsonl", of: MultipartCase.self) {
      let form = try? MultipartForm(decoding: bytes(example.raw, ["F": "field"]), contentType: example.content_type)
      #expect((form != nil) == wellFormed.contains(example.id), "\(example.id) \(example.why)")
      #expect(form == nil || form?.parts.count == 1, "\(example.id)")
    }
  }
}
