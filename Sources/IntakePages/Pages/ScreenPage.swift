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
  /// Whether a code has just opened what was begun elsewhere.
  var wasFound = false

  /// Sections whose optional questions matter for safety, and that have the button for "no".
  static let safetySections: Set<FormSection.ID> = ["safety", "health", "meds", "injury"]

  var page: HTMLPage {
    HTMLPage(
      status: problems.isEmpty ? 200 : 422,
      title: words.title(words.screenTitle(title, part: part), isError: !problems.isEmpty),
      letterhead: visit.letterhead, progress: progress, content: content)
  }

  private var words: any PageWords { visit.words }

  private var title: String {
    if case .chart(let question) = screen.content, screen.isDetour { question.text } else { screen.page.title }
  }

  private var intro: String { screen.isDetour ? words.markIntro : screen.page.intro }

  /// Where the client is: the stage and its number; nil after the form was sent.
  private var part: (title: String, number: Int, count: Int)? {
    guard let place = visit.path.stages.firstIndex(where: { $0.id == screen.stage.id }) else { return nil }
    return (screen.stage.title, place + 1, visit.path.stages.count)
  }

  private var progress: HTML {
    screen.stage.isDeeper
      ? .empty : StageList(stages: visit.path.stages, current: screen.stage.id, words: words).html
  }

  /// Enter in a field presses the first button of a form, so that is one to continue, out of sight.
  private var content: HTML {
    """
    \(ErrorSummary(problems: problems, questions: screen.questions, pack: visit.pack, words: words)?.html)\
    <form method="post" novalidate>
    <button class="hide" name="action" value="continue" tabindex="-1" aria-hidden="true">\(words.next)</button>\
    <button class="quiet back" name="action" value="back">\(words.back)</button>
    <h1>\(title)</h1>
    \("<p>\(intro)</p>\n", if: !intro.isEmpty)\(why)\
    \("<p class=\"note\" role=\"status\">\(words.answersFound)</p>\n", if: wasFound)\(answersForAnother)\(SweptNote(visit: visit, draft: draft, reading: reading).html)\
    \(ReturnedNote(returned: returned, therapist: visit.invite.practice.therapist, words: words, link: returnedLink).html)\
    <input type="hidden" name="submission" value="\(draft.submissionKey.lowercased)">
    <input type="hidden" name="page" value="\(screen.id)">
    \(body)<div class="go">\(noToTheRest)<button name="action" value="continue">\(continueLabel)</button></div>
    \(saving)</form>
    """
  }

  /// Why the page asks, and why each of its questions does.
  private var why: HTML {
    let reasons = shown.compactMap { question in question.why.map { (question.text, $0) } }
    guard !screen.page.why.isEmpty || !reasons.isEmpty, !screen.isDetour else { return .empty }
    let lines = reasons.map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" as HTML }
    return """
      <details><summary>\(words.whyWeAsk)</summary>\("<p>\(screen.page.why)</p>", if: !screen.page.why.isEmpty)\
      \(lines.isEmpty ? .empty : "<dl>\(lines)</dl>" as HTML)</details>

      """
  }

  private var saving: HTML {
    guard !screen.stage.isDeeper else { return .empty }
    return """
      <div class="go"><button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>

      """
  }

  private var answersForAnother: HTML {
    let name = draft.fields.clientName
    guard draft.fields.areAboutAnother, visit.path.isAboutAnother || screen.stage.id != "you" else { return .empty }
    let isAgreedTo = shown.contains { visit.pack.agreement(with: $0.id) != nil }
    let agreeing = isAgreedTo ? " " + words.whoAgrees(name) : ""
    return "<p class=\"note\">\(words.whoIsMeant(name))\(agreeing)</p>\n"
  }

  /// What the therapist asks about a question of this screen.
  private var returned: EarlierForm.Returned? {
    draft.returned.flatMap { returned in
      screen.questions.contains { $0.id == returned.question } ? returned : nil
    }
  }

  private func isSentBack(_ question: Question) -> Bool { returned?.question == question.id }

  /// Leads to the first control of the question that was sent back.
  private var returnedLink: HTML? {
    shown.first(where: isSentBack).flatMap { question in
      guard question.kind != .table, question.kind != .regionMap else { return nil }
      let field = visit.pack.agreement(with: question.id)?.field ?? question.id.rawValue
      return "<p><a class=\"tap\" href=\"#\(field)\">\(question.text)</a></p>"
    }
  }

  private var continueLabel: String { screen.isDetour ? words.keepAreas : words.next }

  private var noToTheRest: HTML {
    guard shown.filter({ $0.required && $0.negativeChoice != nil }).count > 2,
      shown.contains(where: { Self.safetySections.contains($0.section) })
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
    case .questions:
      "\(privacy)\(questions)"
    }
  }

  /// The notice to which a consent refers that stands in no agreement, as in content before 1.5.0.
  private var privacy: HTML? {
    visit.pack.agreements.isEmpty && shown.contains { $0.id == "consent.privacy" } ? PrivacyPage.link(for: visit) : nil
  }

  private func chart(_ question: Question) -> BodyChart {
    BodyChart(
      question: question, pack: visit.pack, fields: draft.fields, problem: problems.first, isList: draft.prefersList,
      words: words)
  }

  /// The error of a chart without any mark. One of a mark stands beside it.
  private var chartError: HTML? {
    problems.first { draft.fields[$0.question.rawValue].isEmpty }.map {
      "<p class=\"error\" id=\"\($0.question.rawValue)\" tabindex=\"-1\">\($0.sentence)</p>"
    }
  }

  /// What must be answered comes first, and the rest is folded, unless that would hide an answer or a problem, or the
  /// questions were chosen by answers about health.
  private var questions: HTML {
    let inSight = shown.filter(isInSight)
    let folded = inSight.isEmpty ? [] : shown.filter { !isInSight($0) }
    let isOpen = folded.contains { question in
      isSentBack(question) || problems.contains { $0.question == question.id }
        || draft.fields.values.keys.contains { question.owns(field: $0) }
    }
    let charts = detours
    let fold: HTML = """
      <details\(" open", if: isOpen)><summary>\(words.moreQuestions(folded.count + charts.count))</summary>
      \(folded.map(markup))\(charts)</details>

      """
    return "\(list(inSight.isEmpty ? shown : inSight))\(folded.isEmpty && charts.isEmpty ? .empty : fold)"
  }

  private func isInSight(_ question: Question) -> Bool {
    question.required || screen.stage.isDeeper || question.section == "safety"
      || question.showIf != nil && Self.safetySections.contains(question.section)
  }

  /// The questions. The lines of an agreement stand together, and so do those of a fold, where the first of them stands.
  private func list(_ questions: [Question]) -> HTML {
    let parts = questions.map { question -> HTML in
      let agreement = visit.pack.agreement(with: question.id)
      let fold = screen.page.folds.first { $0.questions.contains(question.id) }
      guard let together = agreement?.questions ?? fold?.questions else { return markup(question) }
      let members = together.compactMap { id in questions.first { $0.id == id } }
      guard members.first?.id == question.id else { return .empty }
      if let fold { return self.fold(fold, members) }
      return agreement.map {
        AgreementMarkup(agreement: $0, questions: members, fields: draft.fields, problems: problems, visit: visit).html
      } ?? .empty
    }
    return "\(parts)"
  }

  /// A fold is open if an answer in it says more than no, or one is missing.
  private func fold(_ fold: FormPage.Fold, _ members: [Question]) -> HTML {
    let isOpen = members.contains { question in
      let answer = draft.fields[question.id.rawValue]
      return isSentBack(question) || problems.contains { $0.question == question.id }
        || !answer.isEmpty && answer != [question.negativeChoice?.id.rawValue ?? ""]
    }
    return """
      <details class="ask"\(" open", if: isOpen)><summary>\(fold.label)</summary>
      \(members.map(markup))</details>

      """
  }

  private func markup(_ question: Question) -> HTML {
    QuestionMarkup(
      question: question, fields: draft.fields, problem: problems.first { $0.question == question.id },
      isMarkedOptional: !screen.stage.isDeeper, words: words
    ).html
  }

  /// Buttons that lead to the optional body charts.
  private var detours: [HTML] {
    let screens = visit.path.screens.filter { $0.page.id == screen.page.id }
    guard screens.last(where: { !$0.isDetour })?.id == screen.id else { return [] }
    return screens.filter(\.isDetour).flatMap(\.questions).filter { reading.sheet.isShown($0.id) }.map(detour)
  }

  private func detour(to question: Question) -> HTML {
    let marked = draft.fields[question.id.rawValue].count
    return """
      <div class="field"><p><b>\(question.text)</b><br>\(words.marked(marked))</p>\
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
