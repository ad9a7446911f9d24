import Clinical
import Foundation
import Records

/// What a client sent, for them to keep: sealed under their draft key, so only they can open it.
struct SentCopy: Decodable, Sendable, Hashable {
  struct Section: Decodable, Sendable, Hashable {
    var id: FormSection.ID
    var title: String
    var answers: [Answer]
  }
  struct Answer: Decodable, Sendable, Hashable {
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
    try SealedBox.seal(json.bytes, under: key.bytes + token.bytes, context: Self.context)
  }

  init(opening sealed: [UInt8], under key: DraftKey, for token: LinkToken) throws {
    let plain = try SealedBox.open(sealed, under: key.bytes + token.bytes, context: Self.context)
    self = try JSONDecoder().decode(SentCopy.self, from: Data(plain))
  }

  /// As `Codable` reads it.
  private var json: JSON {
    [
      "practice": .string(practice), "therapist": .string(therapist), "messages": .array(messages.map(JSON.string)),
      "sections": .array(sections.map(\.json)),
    ]
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

extension SentCopy.Section {
  fileprivate var json: JSON {
    ["id": .string(id.rawValue), "title": .string(title), "answers": .array(answers.map(\.json))]
  }
}

extension SentCopy.Answer {
  fileprivate var json: JSON {
    ["question": .string(question), "lines": .array(lines.map(JSON.string))]
  }
}
