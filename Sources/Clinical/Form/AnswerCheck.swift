/// Checks one answer against its question.
struct AnswerCheck: Sendable {
  let pack: ContentPack
  let question: Question
  let today: CalendarDate

  func problems(with value: AnswerValue) -> [Problem] {
    switch (question.kind, value) {
    case (.text, .text(let text)), (.longtext, .text(let text)), (.signature, .text(let text)):
      problems(withText: text)
    case (.email, .text(let text)):
      problems(withText: text) + (text.isEmailAddress ? [] : [problem(.emailUnreadable, ["raw": text.quotable])])
    case (.phone, .text(let text)):
      problems(withText: text) + (text.isPhoneNumber ? [] : [problem(.phoneUnreadable, ["raw": text.quotable])])
    case (.date, .text(let text)): problems(withDate: text)
    case (.int, .number(let number)), (.decimal, .number(let number)): problems(withNumber: number)
    case (.single, .text(let id)):
      question.choices.contains { $0.id.rawValue == id } ? [] : [problem(.choiceUnknown)]
    case (.multi, .choices(let ids)): problems(withChoices: ids)
    case (.regionMap, .regions(let entries)): problems(withRegions: entries)
    case (.table, .rows(let rows)): problems(withRows: rows)
    case (.consent, .consent(let given)):
      given || !question.required ? [] : [problem(.consentNeeded, ["label": question.text])]
    default: [problem(.answerShape, ["label": question.text])]
    }
  }

  func problem(_ code: Problem.Code, _ values: [String: String] = [:]) -> Problem {
    pack.messages.problem(code, question.id, values)
  }

  private func problems(withText text: String) -> [Problem] {
    let isOneLine = question.kind != .longtext
    if text.utf8.contains(0) || isOneLine && text.unicodeScalars.contains(where: \.breaksLine) {
      return [problem(.textControl)]
    }
    // Counting characters is slow, and there are never more of them than bytes.
    guard let maximum = question.maximumLength, text.utf8.count > maximum, text.characterLength > maximum else {
      return []
    }
    let count = text.characterLength
    return [problem(.textTooLong, ["count": "\(count)", "max": "\(maximum)", "over": "\(count - maximum)"])]
  }

  private func problems(withDate text: String) -> [Problem] {
    guard let date = CalendarDate(iso: text) else { return [problem(.dateUnreadable, ["raw": text.quotable])] }
    if let earliest = question.earliest, date < earliest {
      return [problem(.dateTooEarly, ["date": date.iso, "min": earliest.iso])]
    }
    if question.notAfterToday && date > today {
      return [problem(.dateInFuture, ["date": date.iso, "max": today.iso])]
    }
    return []
  }

  private func problems(withNumber number: Double) -> [Problem] {
    if question.kind == .int && number != number.rounded() {
      return [problem(.numberNotWhole, ["raw": number.inFigures])]
    }
    guard let bounds = question.bounds else { return [] }
    let upper = question.notAfterThisYear ? Double(today.year) : bounds.upperBound
    guard !(bounds.lowerBound...upper).contains(number) else { return [] }
    return [
      problem(
        number < bounds.lowerBound ? .numberTooSmall : .numberTooLarge,
        [
          "value": number.inFigures, "min": bounds.lowerBound.inFigures, "max": upper.inFigures,
          "example": question.example,
        ])
    ]
  }

  private func problems(withChoices ids: [Question.Choice.ID]) -> [Problem] {
    let chosen = question.choices.filter { ids.contains($0.id) }
    guard ids.allSatisfy({ id in chosen.contains { $0.id == id } }) else { return [problem(.choiceUnknown)] }
    guard chosen.count > 1, let exclusive = chosen.first(where: \.exclusive) else { return [] }
    return [problem(.choiceExclusive, ["choice": exclusive.label])]
  }
}
