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

  var page: HTMLPage {
    HTMLPage(
      status: problems.isEmpty ? 200 : 422, title: words.title(title, isError: !problems.isEmpty),
      letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }
  private var title: String { kind == .worry ? words.worryTitle : words.checkInTitle }

  private var content: HTML {
    let entries = visit.entries(of: kind)
    return """
      \(ErrorSummary(problems: problems, questions: entries.map(\.question), words: words)?.html)\
      <h1>\(title)</h1>
      \(paused)<p>\(kind == .worry ? words.worryIntro : words.checkInIntro)</p>
      <div class="stop"><p>\(words.checkInEmergency)</p></div>
      <form method="post" novalidate>
      <input type="hidden" name="submission" value="\(submissionKey.uuidString.lowercased())">
      <input type="hidden" name="form" value="\(kind.rawValue)">
      \(entries.map(markup))
      <div class="go"><button>\(words.sendCheckIn(therapist: visit.opened.practice.therapist))</button></div>
      </form>
      """
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
    let times = CheckInFields.name("times", place)
    return """
      <h3>\(title)</h3>
      <div class="field"><label for="\(times)">\(words.timesDone)</label>\
      <input id="\(times)" name="\(times)" class="short" inputmode="numeric" value="\(fields.first(times) ?? "")"></div>
      \(choices("helped", place, words.didItHelp, CheckInSheet.Help.allCases.map { ($0.rawValue, words.help($0)) }))\
      \(choices("hurt", place, words.didItHurt, CheckInSheet.Hurt.allCases.map { ($0.rawValue, words.hurt($0)) }))
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
