import Clinical
import Foundation
import Records

/// The page with all answers, to be checked before sending.
struct CheckPage {
  let visit: LinkVisit
  let draft: Draft
  let reading: AnswerReading
  /// Why the form could not be sent just now, to be reported as an error.
  var refusal: Refusal?

  enum Refusal {
    case incomplete
    /// The link has taken as many forms as it can.
    case linkIsFull
  }

  var page: HTMLPage {
    HTMLPage(
      status: status, title: words.title(title, isError: refusal != nil),
      letterhead: visit.letterhead, content: content)
  }

  private var status: Int {
    switch refusal {
    case nil: 200
    case .incomplete: 422
    case .linkIsFull: 409
    }
  }

  private var words: any PageWords { visit.words }
  private var title: String { draft.isReturning ? words.stillRightTitle : words.checkTitle }

  private var content: HTML {
    """
    \(linkIsFull)\(missing)<h1>\(title)</h1>
    <p>\(draft.isReturning ? words.stillRightIntro : words.checkIntro)</p>
    \(ReturnedNote(returned: draft.returned, therapist: visit.invite.practice.therapist, words: words).html)\
    \(willBeLater)\
    \(reading.sheet.sections(in: words).map(section))
    <form method="post">
    <input type="hidden" name="submission" value="\(draft.submissionKey.uuidString.lowercased())">
    <div class="go"><button name="action" value="send">\(words.send(therapist: visit.invite.practice.therapist))</button></div>
    <div class="go"><button class="quiet" name="action" value="back">\(words.back)</button>\
    <button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>
    </form>
    """
  }

  private var willBeLater: HTML {
    guard visit.wasSent, refusal == nil else { return .empty }
    return "<p>\(words.willBeLater(therapist: visit.invite.practice.therapist))</p>\n"
  }

  private var linkIsFull: HTML? {
    guard refusal == .linkIsFull else { return nil }
    return ErrorSummary(title: words.linkIsFullTitle, content: "<p>\(words.linkIsFull)</p>").html
  }

  /// The problems that keep the form from being sent, page by page.
  private var missing: HTML? {
    guard !reading.problems.isEmpty else { return nil }
    let links = reading.problems.chunked { visit.path.screen(asking: $0.question)?.id ?? "1" }.map(link)
    return ErrorSummary(words.checkProblems, links: links, isNew: refusal == .incomplete).html
  }

  private func link(_ problems: [Problem]) -> (address: String, text: String) {
    let screen = visit.path.screen(asking: problems[0].question)
    let what =
      problems.count == 1
      ? problems[0].named(among: visit.pack.questions, in: words) : words.answers(problems.count)
    let text = screen.map { words.missing(what, step: $0.page.number, page: $0.page.title) } ?? what
    return (visit.address(screen?.id), text)
  }

  private func section(_ section: AnsweredSection) -> HTML {
    let place = visit.path.screens.first { screen in
      screen.questions.contains { $0.section == section.id } && screen.isShown(for: reading.sheet)
    }
    return """
      <div class="bar"><h2>\(section.title)</h2>\
      <a class="tap" href="\(visit.address(place?.id))">\(words.change)<span class="hide"> \(section.title)</span></a></div>
      \(AnswerList(section: section).html)
      """
  }
}

/// The questions and answers of a section as the client reads them.
struct AnswerList {
  let section: AnsweredSection

  var html: HTML { "<dl>\(section.answers.map(line))</dl>\n" }

  private func line(_ answer: AnsweredSection.Answer) -> HTML {
    "<div><dt>\(answer.question)</dt><dd dir=\"auto\">\(answer.lines.joined(separator: "\n"))</dd></div>"
  }
}
