/// What the answers of a check-in say, by the names of its questions.
extension Answers {
  private static let items = Question.ID(rawValue: "checkin.items")
  private static let hurtsALot = "a_lot"

  /// The items of the plan that hurt a lot.
  package var hurtingItems: [HomeCareItem.ID] {
    guard case .rows(let rows)? = self[Self.items] else { return [] }
    return rows.filter { $0["hurt"] == Self.hurtsALot }.compactMap { $0["item"].map(HomeCareItem.ID.init(rawValue:)) }
  }

  /// The answer to "compared with the start, how are you", from -3 to 3.
  package func change(in form: CheckInForm) -> Int? {
    let id = Question.ID(rawValue: "checkin.change")
    guard case .text(let choice)? = self[id] else { return nil }
    // m3 to p3, with z in the middle.
    let steps = form.question(id)?.choices.map(\.id.rawValue) ?? []
    return steps.firstIndex(of: choice).map { $0 - steps.count / 2 }
  }

  /// The days of the last seven on which the plan was done.
  package var daysDone: Int? {
    guard case .number(let days)? = self["checkin.days_done"] else { return nil }
    return Int(days)
  }

  package func saysYes(_ question: Question.ID) -> Bool { self[question] == .text("yes") }

  /// Whether a new medicine or illness was ticked, and which it is in the client's words.
  package var newMedicine: (isTold: Bool, words: String?) {
    let isTold: Bool = if case .choices(let ids)? = self["checkin.safety"] { ids.contains("medicine") } else { false }
    guard case .text(let words)? = self["checkin.medicine_text"] else { return (isTold, nil) }
    return (isTold, words)
  }
}
