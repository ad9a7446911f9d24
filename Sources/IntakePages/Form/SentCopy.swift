import Clinical
import Foundation
import Records

/// What a client sent, for them to keep: sealed under their draft key, so only they can open it.
struct SentCopy: Codable, Sendable, Hashable {
  struct Section: Codable, Sendable, Hashable {
    var id: FormSection.ID
    var title: String
    var answers: [Answer]
  }
  struct Answer: Codable, Sendable, Hashable {
    var question: String
    var lines: [String]
  }

  var practice: String
  var therapist: String
  /// What the client was told to do about urgent answers.
  var messages: [String]
  var sections: [Section]
}

extension SentCopy {
  private static let context = "plumbline sent copy 1"

  func sealed(under key: DraftKey, for token: LinkToken) throws -> [UInt8] {
    try SealedBox.seal([UInt8](JSONEncoder().encode(self)), under: key.bytes + token.bytes, context: Self.context)
  }

  init(opening sealed: [UInt8], under key: DraftKey, for token: LinkToken) throws {
    let plain = try SealedBox.open(sealed, under: key.bytes + token.bytes, context: Self.context)
    self = try JSONDecoder().decode(SentCopy.self, from: Data(plain))
  }

  /// As a text file.
  func text(sentOn day: String, code: String) -> String {
    var lines = ["\(practice): your intake form", "Sent on \(day) to \(therapist). Code \(code).", ""]
    for message in messages { lines += [message, ""] }
    for section in sections {
      lines += [section.title, String(repeating: "-", count: section.title.count)]
      for answer in section.answers {
        lines.append(answer.question)
        lines += answer.lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map { "  \($0)" }
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
