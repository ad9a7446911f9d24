/// Asks for the code that opens a draft on another device.
struct ResumePage {
  let visit: Visit
  /// What was typed and did not fit.
  var refused: String?

  var page: Page {
    Page(
      status: refused == nil ? 200 : 422, title: "\(refused == nil ? "" : "Error: ")Go on with your form",
      letterhead: visit.letterhead, content: content)
  }

  private var content: HTML {
    """
    \(summary)<h1>Go on with your form</h1>
    <p>The code was shown when you chose “Save and finish later”.</p>
    <form method="post" novalidate><div class="field"><label for="code">Your code</label>\(error)\
    <input id="code" name="code" value="\(refused ?? "")" autocomplete="one-time-code" autocapitalize="characters" \
    spellcheck="false"></div>
    <div class="go"><button>Open my form</button></div></form>
    <p>No code? <a class="tap" href="\(visit.address())">Begin anew</a></p>
    """
  }

  private var summary: HTML {
    guard refused != nil else { return .empty }
    return """
      <div class="summary" role="alert" tabindex="-1" autofocus><h2>There is a problem</h2>\
      <ul><li><a href="#code">Your code: \(Self.message)</a></li></ul></div>

      """
  }

  private var error: HTML? { refused == nil ? nil : "<p class=\"error\">\(Self.message)</p>" }

  private static let message = "This code does not open a form. Check it, or wait some minutes after several tries."
}
