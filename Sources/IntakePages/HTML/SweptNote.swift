import Clinical

/// Says which questions "No to all the rest" has just answered, with the way back to them.
struct SweptNote {
  let visit: LinkVisit
  let draft: Draft
  let reading: AnswerReading

  var html: HTML {
    guard let screen = draft.sweptScreen.flatMap(visit.path.screen) else { return .empty }
    let swept = screen.questions.filter { draft.noToTheRest.contains($0.id) && reading.sheet.isShown($0.id) }
    guard !swept.isEmpty else { return .empty }
    return """
      <details class="note"><summary>\(visit.words.answeredNo(swept.count))</summary>
      <ul>\(swept.map { "<li>\($0.text)</li>" as HTML })</ul>
      <p><a class="tap" href="\(visit.address(screen.id))">\(visit.words.change)</a></p></details>

      """
  }
}
