import Clinical

/// How long the form takes, from all the words that a client meets on the way and from their inputs. People read 238 words
/// of English a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047); five seconds for an input are our own figure.
struct FillingTime: Sendable, Hashable {
  private static let wordsInAMinute = 238.0
  private static let secondsForAnInput = 5.0
  /// Around the questions of a page, and on the pages before and after them; `test_walks.py` counts them.
  fileprivate static let wordsAround = (page: 13, start: 73, check: 40)

  let wordsToRead: Int
  let inputs: Int

  var minutes: Int {
    let time = Double(wordsToRead) / Self.wordsInAMinute + Double(inputs) * Self.secondsForAnInput / 60
    return max(1, Int(time.rounded(.up)))
  }
}

extension FormPath {
  /// The time for a client who is well, and for one who hurts.
  var fillingTimes: (well: FillingTime, hurting: FillingTime) { (fillingTime(hurts: false), fillingTime(hurts: true)) }

  private func fillingTime(hurts: Bool) -> FillingTime {
    let none = AnswerValue.choices(["none"])
    let present = AnswerValue.text(hurts ? "yes" : "no")
    let answers: [Question.ID: AnswerValue] = [
      "visit.filled_by": .text("self"), "contact.date_of_birth": .text("1980-01-01"),
      "visit.date": .text("2020-01-01"),
      "pain.present": present, "spasm.present": present, "knots.present": present,
      "health.conditions": none, "meds.classes": none, "allergy.list": none, "injury.history": none,
    ]
    let sheet = AnswerSheet(Answers(answers), for: pack)
    let passed = screens.filter { screen in
      !screen.stage.isDeeper && screen.isOnTheWay(for: sheet) && screen.questions.contains { $0.isAsked(by: sheet) }
    }
    let asked = passed.flatMap(\.questions).filter { $0.isAsked(by: sheet) }
    let folds = passed.chunked(by: \.page.id).flatMap { $0[0].page.folds }
    let folded = Set(folds.flatMap(\.questions))
    let open = asked.filter { !folded.contains($0.id) }
    let around = FillingTime.wordsAround
    return FillingTime(
      wordsToRead: around.start + open.reduce(0) { $0 + $1.wordsInSight } + folds.reduce(0) { $0 + $1.label.wordCount }
        + passed.reduce(0) { $0 + around.page + $1.page.title.wordCount + $1.page.intro.wordCount }
        + around.check + open.filter { !$0.isSweptUp }.reduce(0) { $0 + $1.text.wordCount + 2 },
      inputs: asked.count { !$0.isSweptUp } + passed.count + 2)
  }
}

extension Question {
  fileprivate func isAsked(by sheet: AnswerSheet) -> Bool { required && sheet.isShown(id) }

  /// Whether one button says no to it together with others.
  fileprivate var isSweptUp: Bool { negativeChoice != nil && ScreenPage.safetySections.contains(section) }

  /// The words that a client reads before they answer, without the choices that are folded away.
  fileprivate var wordsInSight: Int {
    ([text, hint ?? ""] + offeredChoices.filter { $0.group == nil }.map(\.label) + choiceGroups.map(\.label))
      .reduce(0) { $0 + $1.wordCount }
  }
}

extension String {
  fileprivate var wordCount: Int { split(separator: " ").count }
}
