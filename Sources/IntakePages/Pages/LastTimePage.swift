import Clinical
import Foundation

/// For a client who has been here before: last time's answers, section by section, and what has changed.
struct LastTimePage {
  let visit: Visit
  let draft: Draft

  var page: Page {
    Page(title: "Has this changed?", letterhead: visit.letterhead, content: content)
  }

  private var content: HTML {
    """
    <h1>Has this changed?</h1>
    <p>You told us this last time. Tick what is different now, and we ask only that again. The safety check is new \
    each time.</p>
    <form method="post" novalidate>
    <input type="hidden" name="submission" value="\(draft.submissionKey.uuidString.lowercased())">
    \(sections)<div class="go"><button name="action" value="continue">Continue</button></div>
    <div class="go"><button class="quiet" name="action" value="save">Save and finish later</button></div>
    </form>
    """
  }

  private var sections: [HTML] {
    let sheet = visit.reading(draft).sheet
    let words = sheet.sections
    return visit.sectionsOfLastTime(sheet).map { section in
      let lines = words.first { $0.id == section.id }.map { AnswerList(section: $0).html }
      let isTicked = !draft.unchangedSections.isEmpty && !draft.unchangedSections.contains(section.id)
      return """
        <h2>\(section.title)</h2>
        <details><summary>What you told us</summary>\(lines)</details>
        <fieldset><legend class="hide">\(section.title)</legend><label><input type="checkbox" name="changed" \
        value="\(section.id.rawValue)"\(" checked", if: isTicked)>This has changed</label></fieldset>

        """
    }
  }
}
