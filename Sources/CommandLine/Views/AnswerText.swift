import Care
import Clinical

extension AnswerValue {
  /// The answer in words, one line an entry; the entries of a list have a bullet.
  func lines(of question: Question, _ pack: ContentPack) -> [String] {
    let lines = lines(to: question, in: pack)
    return switch self {
    case .choices, .regions, .rows: lines.map { "· " + $0 }
    case .text, .number, .consent: lines
    }
  }
}
