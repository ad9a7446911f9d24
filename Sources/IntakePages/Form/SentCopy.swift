import Clinical
import Foundation
import JSON
import Records
import Sealing

/// The copy of a submission for the client: the stored answers, sealed under the client's draft key, so that only the
/// client can open them. They are put into words when shown.
struct SentCopy: Sendable {
  let practice: String
  let therapist: String
  let sheet: AnswerSheet
}

extension SentCopy {
  private static let context = "plumbline sent copy 2"

  /// - Parameter answers: the stored JSON of `Answers`.
  static func seal(_ answers: String, under key: DraftKey, for token: LinkToken) -> [UInt8] {
    SealedBox.seal(Array(answers.utf8), under: key.bytes + token.bytes, context: context)
  }

  init(opening sealed: [UInt8], under key: DraftKey, for visit: LinkVisit) throws {
    let plain = try SealedBox.open(sealed, under: key.bytes + visit.token.bytes, context: Self.context)
    self.init(
      practice: visit.invite.practice.name, therapist: visit.invite.practice.therapist,
      sheet: AnswerSheet(try Answers(JSON(parsing: plain)), for: visit.pack))
  }

  /// Returns this copy in the words of another edition of its content.
  func worded(by pack: ContentPack) -> SentCopy {
    SentCopy(practice: practice, therapist: therapist, sheet: AnswerSheet(sheet.answers, for: pack))
  }

  /// The messages that the client was shown about urgent answers.
  var messages: [String] { sheet.urgentFlags.map(\.clientMessage) }

  /// The copy as plain text.
  func text(sentAt time: Date, code: String, in words: any PageWords) -> String {
    var lines = [
      words.copyHeading(practice: practice), words.copySent(at: time, therapist: therapist, code: code), "",
    ]
    for message in messages { lines += [message, ""] }
    for section in sheet.sections(in: words) {
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
