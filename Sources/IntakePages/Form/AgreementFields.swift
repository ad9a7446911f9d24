import Clinical

/// The fields with which a client answers several lines of consent at once: `agree.ID`, yes or no. They stand for the
/// answer to each line that was not answered by itself. A single line has its own field.
extension Agreement {
  var field: String { questions.count == 1 ? questions[0].rawValue : "agree.\(id)" }

  /// The one answer to all lines; nil when they are not answered, or not alike.
  func answer(in fields: FieldValues) -> String? {
    let answers = Set(questions.map { fields.first($0.rawValue) })
    return answers.count == 1 ? answers.first ?? nil : nil
  }

  /// Whether some line was answered otherwise than another.
  func isMixed(in fields: FieldValues) -> Bool { Set(questions.map { fields.first($0.rawValue) }).count > 1 }
}

extension ContentPack {
  func agreement(with question: Question.ID) -> Agreement? { agreements.first { $0.questions.contains(question) } }
}

extension FieldValues {
  /// The fields with each agreement written out as the answers to its lines.
  func spellingOut(_ agreements: [Agreement]) -> FieldValues {
    var fields = self
    for agreement in agreements where agreement.questions.count > 1 {
      guard let answer = first(agreement.field) else { continue }
      for line in agreement.questions where fields[line.rawValue].isEmpty { fields[line.rawValue] = [answer] }
      fields[agreement.field] = []
    }
    return fields
  }
}
