/// The page that asks for the code that opens a draft on another device.
struct ResumePage {
  let visit: LinkVisit
  /// The code that was typed and is wrong; nil before the first attempt.
  var refused: String?

  var page: HTMLPage {
    HTMLPage(
      status: refused == nil ? 200 : 422, title: words.title(words.resumeTitle, isError: refused != nil),
      letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    """
    \(summary)<h1>\(words.resumeTitle)</h1>
    <p>\(words.resumeIntro)</p>
    <form method="post" novalidate><div class="field"><label for="code">\(words.code)</label>\(error)\
    <input id="code" name="code" value="\(refused ?? "")" autocomplete="one-time-code" autocapitalize="characters" \
    spellcheck="false"></div>
    <div class="go"><button>\(words.openForm)</button></div></form>
    <p>\(words.noCode) <a class="tap" href="\(visit.address())">\(words.beginAnew)</a></p>
    """
  }

  private var summary: HTML? {
    guard refused != nil else { return nil }
    return ErrorSummary(
      words.problemHeading, links: [("#code", words.problem(words.wrongCode, with: words.code))]
    ).html
  }

  private var error: HTML? { refused == nil ? nil : "<p class=\"error\">\(words.wrongCode)</p>" }
}
