import Clinical

/// How long the form takes, from its words and its inputs. The speeds are our own working figures: 200 words a minute
/// read on a phone, and five seconds for an input.
struct FillingTime: Sendable, Hashable {
  let wordsToRead: Int
  let inputs: Int

  var minutes: Int { max(1, Int((Double(wordsToRead) / 200 + Double(inputs) * 5 / 60).rounded(.up))) }
}

extension FormPath {
  /// The time for a client who is well, and for one who hurts.
  var fillingTimes: (well: FillingTime, hurting: FillingTime) {
    func time(_ present: String) -> FillingTime {
      let none = AnswerValue.choices(["none"])
      let answers: [Question.ID: AnswerValue] = [
        "visit.filled_by": .text("self"), "contact.date_of_birth": .text("1980-01-01"),
        "visit.date": .text("2020-01-01"),
        "pain.present": .text(present), "spasm.present": .text(present), "knots.present": .text(present),
        "health.conditions": none, "meds.classes": none, "allergy.list": none, "injury.history": none,
      ]
      let sheet = AnswerSheet(Answers(answers), for: pack)
      let asked = screens.filter { !$0.stage.isDeeper && $0.isOnTheWay(for: sheet) }.flatMap(\.questions)
        .filter { $0.required && sheet.isShown($0.id) }
      let pages = screens.map(\.page).filter { page in asked.contains { page.questions.contains($0.id) } }
      let folds = Dictionary(pages.map { ($0.id, $0.folds) }, uniquingKeysWith: { first, _ in first }).values.joined()
      let folded = Set(folds.flatMap(\.questions))
      return FillingTime(
        wordsToRead: asked.reduce(0) { $0 + (folded.contains($1.id) ? 0 : $1.wordsInSight) }
          + folds.reduce(0) { $0 + $1.label.split(separator: " ").count },
        inputs: asked.count { $0.negativeChoice == nil || $0.section == "pain" })
    }
    return (time("no"), time("yes"))
  }
}

extension Question {
  /// The words that a client reads before they answer, without the choices that are folded away.
  fileprivate var wordsInSight: Int {
    ([text] + offeredChoices.filter { $0.group == nil }.map(\.label) + choiceGroups.map(\.label))
      .reduce(0) { $0 + $1.split(separator: " ").count }
  }
}
