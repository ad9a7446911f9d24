import Clinical
import Foundation

/// The page for a returning client: last time's answers by section, and what has changed.
struct LastTimePage {
  let visit: Visit
  let draft: Draft

  var page: HTMLPage {
    HTMLPage(title: words.lastTimeTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    """
    <h1>\(words.lastTimeTitle)</h1>
    <p>\(words.lastTimeIntro)</p>
    <form method="post" novalidate>
    <input type="hidden" name="submission" value="\(draft.submissionKey.uuidString.lowercased())">
    \(sections)<div class="go"><button name="action" value="continue">\(words.next)</button></div>
    <div class="go"><button class="quiet" name="action" value="save">\(words.saveForLater)</button></div>
    </form>
    """
  }

  private var sections: [HTML] {
    let sheet = visit.reading(draft).sheet
    let answered = sheet.sections(in: words)
    return visit.sectionsOfLastTime(sheet).map { section in
      let lines = answered.first { $0.id == section.id }.map { AnswerList(section: $0).html }
      let isTicked = !draft.unchangedSections.isEmpty && !draft.unchangedSections.contains(section.id)
      return """
        <h2>\(section.title)</h2>
        <details><summary>\(words.whatYouTold)</summary>\(lines)</details>
        <fieldset><legend class="hide">\(section.title)</legend><label><input type="checkbox" name="changed" \
        value="\(section.id.rawValue)"\(" checked", if: isTicked)>\(words.hasChanged)</label></fieldset>

        """
    }
  }
}
