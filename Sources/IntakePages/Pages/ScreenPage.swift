import Clinical
import Foundation
import Records

/// The page for a screen of the form.
struct ScreenPage {
  let visit: LinkVisit
  let screen: Screen
  let draft: Draft
  let reading: AnswerReading
  let problems: [Problem]

  /// Sections whose optional questions matter for safety: they are never collapsed, and have the button for "no".
  static let safetySections: Set<FormSection.ID> = ["safety", "health", "meds", "injury"]

  var page: HTMLPage {
    HTMLPage(
      status: problems.isEmpty ? 200 : 422,
      title: words.title(
        words.stepTitle(screen.page.number, of: visit.path.steps, title), isError: !problems.isEmpty),
      letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var title: String {
    switch screen.content {
    case .chart(let question) where screen.isDetour: question.text
    case .chartDetails: words.areasTitle
    case .chart: screen.page.title
    case .questions: sections.count == 1 ? sections[0].title : screen.page.title
    }
  }

  private var intro: String {
    switch screen.content {
    case .chart: words.chartIntro
    case .chartDetails: words.areasIntro
    case .questions: sections.count == 1 ? sections[0].intro : screen.page.intro
    }
  }

  /// The sections that have something to ask on this screen. A screen with one section has its title.
  private var sections: [FormSection] {
    shown.map(\.section).chunked(by: { $0 }).compactMap { run in visit.pack.sections.first { $0.id == run[0] } }
  }

  private var content: HTML {
    """
    \(ErrorSummary(problems: problems, questions: screen.questions, words: words)?.html)\
    <p class="step">\(words.step(screen.page.number, of: visit.path.steps))</p>
    <h1>\(title)</h1>
    <p>\(intro)</p>
    \(ReturnedNote(returned: returned, therapist: visit.invite.practice.therapist, words: words).html)\
    <form method="post" novalidate>
    <input type="hidden" name="submission" value="\(draft.submissionKey.uuidString.lowercased())">
    <input type="hidden" name="page" value="\(screen.id)">
    \(PrivacyPage.link(for: visit), if: shown.contains { $0.id == "consent.privacy" })\
    \(body)<div class="go"><button name="action" value="continue">\(continueLabel)</button>\(noToTheRest)</div>
    <div class="go"><button class="quiet" name="action" value="back">\(words.back)</button>\
    <button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>
    </form>
    """
  }

  /// What the therapist asks about a question of this screen.
  private var returned: EarlierForm.Returned? {
    draft.returned.flatMap { returned in
      screen.questions.contains { $0.id == returned.question } ? returned : nil
    }
  }

  private var continueLabel: String { screen.isDetour ? words.keepAreas : words.next }

  private var noToTheRest: HTML {
    guard shown.contains(where: { $0.negativeChoice != nil }),
      sections.allSatisfy({ Self.safetySections.contains($0.id) })
    else { return .empty }
    return "<button class=\"plain\" name=\"action\" value=\"no_to_rest\">\(words.noToTheRest)</button>"
  }

  private var shown: [Question] {
    screen.questions.filter { reading.sheet.isShown($0.id) }
  }

  private var body: HTML {
    switch screen.content {
    case .chart(let question):
      "\(chartError)\(chart(question).html)"
    case .chartDetails(let question):
      ChartDetails(
        question: question, pack: visit.pack, fields: draft.fields, problem: problems.first, words: words
      ).html
    case .questions:
      questions
    }
  }

  private func chart(_ question: Question) -> BodyChart {
    BodyChart(
      question: question, regions: visit.pack.regions, marked: Set(draft.fields[question.id.rawValue]), words: words)
  }

  private var chartError: HTML? {
    problems.first.map { "<p class=\"error\" id=\"\($0.question.rawValue)\">\($0.sentence)</p>" }
  }

  private var questions: HTML {
    let runs = shown.chunked(by: \.section)
    let parts = runs.map { run -> HTML in
      let title = visit.pack.sections.first { $0.id == run[0].section }?.title ?? ""
      return "\("<h2>\(title)</h2>\n", if: title != self.title)\(part(run))"
    }
    return "\(parts)"
  }

  /// The questions of a section, with the required ones first. Optional ones are collapsed, unless that would hide an
  /// answer, a problem or something that matters for safety.
  private func part(_ questions: [Question]) -> HTML {
    let (required, optional) = (questions.filter(\.required), questions.filter { !$0.required })
    let charts = detours(in: questions[0].section)
    guard !required.isEmpty, optional.count > 1, !Self.safetySections.contains(questions[0].section) else {
      return "\(questions.map(markup))\(charts)"
    }
    let isOpen = optional.contains { question in
      problems.contains { $0.question == question.id }
        || draft.fields.values.keys.contains { question.owns(field: $0) }
    }
    return """
      \(required.map(markup))<details\(" open", if: isOpen)><summary>\
      \(words.moreQuestions(optional.count + charts.count))</summary>
      \(optional.map(markup))\(charts)</details>

      """
  }

  private func markup(_ question: Question) -> HTML {
    QuestionMarkup(
      question: question, fields: draft.fields, problem: problems.first { $0.question == question.id }, words: words
    ).html
  }

  /// Buttons that lead to the optional body charts.
  private func detours(in section: FormSection.ID) -> [HTML] {
    let screens = visit.path.screens.filter { $0.page.id == screen.page.id }
    let home = screens.last { !$0.isDetour && $0.questions.contains { $0.section == section } }
    guard home?.id == screen.id else { return [] }
    return screens.filter(\.isDetour).flatMap(\.questions).filter { $0.section == section }.map(detour)
  }

  private func detour(to question: Question) -> HTML {
    let marked = draft.fields[question.id.rawValue].count
    return """
      <div class="field"><p><b>\(question.text)</b> <small>\(words.optional)</small><br>\
      \(words.marked(marked))</p>\
      <button class="plain" name="action" value="mark:\(question.id.rawValue)">\(words.markOnChart)<span class="hide">: \
      \(question.text)</span></button></div>

      """
  }
}

extension Question {
  /// The choice that says no: `no` or `none`.
  var negativeChoice: Choice? {
    guard kind == .single || kind == .multi else { return nil }
    return choices.first { $0.id == "no" || $0.id == "none" }
  }
}
