import Clinical
import Foundation
import Records

/// "How is it going?": one page, without script and without an account.
struct CheckInPage {
  let visit: CheckInVisit
  let kind: CheckInForm.Kind
  let submissionKey: UUID
  var fields = FieldValues()
  var problems: [Problem] = []
  /// What is wrong with how often an item was done, by its place in the plan.
  var problemsOfItems: [Int: Problem] = [:]
  /// What to say of answers that were left to be finished; nil when none were.
  var kept: Kept?

  enum Kept { case asLeft, tooLong }

  var page: HTMLPage {
    HTMLPage(
      status: isRight ? 200 : 422, title: words.title(title, isError: !isRight),
      letterhead: visit.letterhead, content: content)
  }

  private var isRight: Bool { problems.isEmpty && problemsOfItems.isEmpty }
  private var words: any PageWords { visit.words }
  private var title: String { kind == .worry ? words.worryTitle : words.checkInTitle }

  private var content: HTML {
    let entries = visit.entries(of: kind)
    return """
      \(summary(entries.map(\.question)))\
      <h1>\(title)</h1>
      \(keptNote)\(paused)<p>\(kind == .worry ? words.worryIntro : words.checkInIntro)</p>
      <div class="stop"><p>\(words.checkInEmergency)</p></div>
      <form method="post" novalidate>
      <input type="hidden" name="submission" value="\(submissionKey.lowercased)">
      <input type="hidden" name="form" value="\(kind.rawValue)">
      \(entries.map(markup))
      <div class="go"><button>\(words.sendCheckIn(therapist: visit.opened.practice.therapist))</button>\
      <button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>
      </form>
      """
  }

  private func summary(_ questions: [Question]) -> HTML {
    guard !isRight else { return .empty }
    let links =
      problems.map { (address: "#\($0.question.rawValue)", text: $0.named(among: questions, in: words)) }
      + problemsOfItems.sorted { $0.key < $1.key }.map { place, problem in
        ("#\(CheckInFields.name("times", place))", words.problem(problem.message, with: visit.items[place].title))
      }
    return ErrorSummary(words.problemHeading, links: links).html
  }

  private var keptNote: HTML {
    switch kept {
    case .asLeft: "<p class=\"note\" role=\"status\">\(words.checkInKept)</p>\n"
    case .tooLong: "<p class=\"note\" role=\"status\">\(words.checkInTooLongToKeep)</p>\n"
    case nil: .empty
    }
  }

  private var paused: HTML {
    guard visit.opened.isPaused else { return .empty }
    return "\(words.pausedPlan.map { "<p><b>\($0)</b></p>\n" as HTML })"
  }

  private func markup(_ entry: CheckInForm.Entry) -> HTML {
    if entry.question.kind == .table { return items(entry.question) }
    let control = QuestionMarkup(
      question: entry.question, fields: fields, problem: problems.first { $0.question == entry.question.id },
      words: words
    ).html
    guard let words = entry.activity.flatMap(visit.activity) else { return control }
    return "<p><b>“\(words)”</b></p>\n\(control)"
  }
}

// MARK: - The items of the plan

extension CheckInPage {
  private func items(_ question: Question) -> HTML {
    guard !visit.items.isEmpty else { return .empty }
    return """
      <h2>\(question.text)</h2>
      \(visit.items.enumerated().map { item($1.title, $0) })
      """
  }

  private func item(_ title: String, _ place: Int) -> HTML {
    """
    <h3>\(title)</h3>
    \(times(place))\
    \(choices("helped", place, words.didItHelp, CheckInSheet.Help.allCases.map { ($0.rawValue, words.help($0)) }))\
    \(choices("hurt", place, words.didItHurt, CheckInSheet.Hurt.allCases.map { ($0.rawValue, words.hurt($0)) }))
    """
  }

  private func times(_ place: Int) -> HTML {
    let name = CheckInFields.name("times", place)
    let problem = problemsOfItems[place]
    let error: HTML? = problem.map { "<p class=\"error\" id=\"\(name)-error\">\($0.sentence)</p>" }
    let fault: HTML = problem == nil ? .empty : " aria-describedby=\"\(name)-error\" aria-invalid=\"true\""
    return """
      <div class="field"><label for="\(name)">\(words.timesDone)</label>\(error)\
      <input id="\(name)" name="\(name)" class="short" inputmode="numeric" value="\(fields.first(name) ?? "")"\(fault)></div>

      """
  }

  private func choices(_ part: String, _ place: Int, _ legend: String, _ options: [(String, String)]) -> HTML {
    let name = CheckInFields.name(part, place)
    let labels = options.map { value, label -> HTML in
      """
      <label><input type="radio" name="\(name)" value="\(value)"\(" checked", if: fields.contains(name, value))>\
      \(label)</label>
      """
    }
    return "<fieldset><legend>\(legend)</legend>\(labels)</fieldset>\n"
  }
}
