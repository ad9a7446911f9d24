import Clinical
import Foundation
import Records

/// The page with all answers, to be checked before sending.
struct CheckPage {
  let visit: LinkVisit
  let draft: Draft
  let reading: AnswerReading
  /// Why the form could not be sent just now, to be reported as an error.
  var unsentReason: UnsentReason?

  enum UnsentReason {
    case incomplete
    /// The link has taken as many forms as it can.
    case linkIsFull
  }

  var page: HTMLPage {
    HTMLPage(
      status: status, title: words.title(title, isError: unsentReason != nil),
      letterhead: visit.letterhead,
      progress: StageList(stages: visit.path.stages, current: nil, words: words).html, content: content)
  }

  private var status: Int {
    switch unsentReason {
    case nil: 200
    case .incomplete: 422
    case .linkIsFull: 409
    }
  }

  private var words: any PageWords { visit.words }
  private var title: String { draft.isReturning ? words.stillRightTitle : words.checkTitle }

  private var content: HTML {
    """
    \(linkIsFull)\(missing)<form method="post">
    <button class="hide" name="action" value="send" tabindex="-1" aria-hidden="true">\(send)</button>\
    <button class="quiet back" name="action" value="back">\(words.back)</button>
    <h1>\(title)</h1>
    <p>\(draft.isReturning ? words.stillRightIntro : words.checkIntro)</p>
    \(ReturnedNote(returned: draft.returned, therapist: visit.invite.practice.therapist, words: words).html)\
    \(willBeLater)\
    <input type="hidden" name="submission" value="\(draft.submissionKey.lowercased)">
    <div class="go"><button name="action" value="send">\(send)</button></div>
    \(reading.stages(of: visit.path, in: words).map(section))
    <div class="go"><button name="action" value="send">\(send)</button></div>
    <div class="go"><button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>
    </form>
    """
  }

  private var send: String { words.send(therapist: visit.invite.practice.therapist) }

  private var willBeLater: HTML {
    guard visit.wasSent, unsentReason == nil else { return .empty }
    return "<p>\(words.willBeLater(therapist: visit.invite.practice.therapist))</p>\n"
  }

  private var linkIsFull: HTML? {
    guard unsentReason == .linkIsFull else { return nil }
    return ErrorSummary(title: words.linkIsFullTitle, content: "<p>\(words.linkIsFull)</p>").html
  }

  /// The problems that keep the form from being sent, page by page.
  private var missing: HTML? {
    guard !reading.problems.isEmpty else { return nil }
    let links = reading.problems.chunked { visit.path.screen(asking: $0.question)?.id ?? "1" }.map(link)
    return ErrorSummary(words.checkProblems, links: links, isNew: unsentReason == .incomplete).html
  }

  private func link(_ problems: [Problem]) -> (address: String, text: String) {
    let screen = visit.path.screen(asking: problems[0].question)
    let what =
      problems.count == 1
      ? problems[0].named(among: visit.pack.questions, in: words) : words.answers(problems.count)
    let text = screen.map { words.missing(what, part: $0.stage.title) } ?? what
    return (visit.address(screen?.id), text)
  }

  private func section(_ answered: AnsweredStage) -> HTML {
    let place = visit.path.screens.first { $0.stage.id == answered.stage.id && $0.isOnTheWay(for: reading.sheet) }
    let noes: HTML = """
      <details><summary>\(words.saidNo(answered.noes.count))</summary>\(AnswerList(answers: answered.noes).html)</details>

      """
    return """
      <div class="bar"><h2>\(answered.stage.title)</h2>\
      <a class="tap" href="\(visit.address(place?.id))">\(words.change)<span class="hide"> \(answered.stage.title)</span></a></div>
      \(AnswerList(answers: answered.answers).html)\(answered.noes.isEmpty ? .empty : noes)
      """
  }
}

/// Questions and answers as the client reads them.
struct AnswerList {
  let answers: [AnsweredSection.Answer]

  var html: HTML { answers.isEmpty ? .empty : "<dl>\(answers.map(line))</dl>\n" }

  private func line(_ answer: AnsweredSection.Answer) -> HTML {
    "<div><dt>\(answer.question)</dt><dd dir=\"auto\">\(answer.lines.joined(separator: "\n"))</dd></div>"
  }
}
