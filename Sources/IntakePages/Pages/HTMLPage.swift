import HTTPServer
import Records

/// The practice that a page speaks for, and how its pages look and speak.
struct Letterhead: Sendable {
  /// Nil on a page that no link leads to.
  let practice: Door.PracticeSign?
  let stylesheet: Stylesheet
  let words: any PageWords
  /// The page whom to call.
  var helpAddress: String?
  /// The code that opens the client's form on another device.
  var resumeCode: String?
  /// The address of a stylesheet of the page's own.
  var extraStylesheet: String?

  init(_ practice: Door.PracticeSign? = nil) {
    self.practice = practice
    stylesheet = Stylesheet(practiceColour: practice?.colour)
    words = practice.map { pageWords(in: $0.zone) } ?? standardWords
  }
}

/// A whole page: its title, and the content between header and footer.
struct HTMLPage: Sendable {
  var status = 200
  var title: String
  var letterhead: Letterhead
  /// How far the client is, between the header and the page itself.
  var progress: HTML = .empty
  var content: HTML
  var headers: [(name: String, value: String)] = []

  var response: Response {
    Response(
      status: status, headers: [("Content-Type", "text/html; charset=utf-8")] + headers,
      body: Array(document.markup.utf8))
  }

  private var words: any PageWords { letterhead.words }

  private var callingLink: HTML? {
    letterhead.helpAddress.map { "<p><a class=\"tap\" href=\"\($0)\">\(words.helpTitle)</a></p>\n" }
  }

  /// How to go on elsewhere, on every page of a form that was begun.
  private var resuming: HTML? {
    letterhead.resumeCode.map { "<p>\(words.goOnElsewhere) <b>\($0)</b></p>\n" }
  }

  private var document: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(words.language)">
    <head>
    <meta charset="utf-8">
    <title>\(title)\(letterhead.practice.map { " – \($0.name)" } ?? "")</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="\(letterhead.stylesheet.address)">\(extraStylesheet)
    </head>
    <body>
    <header><bdi>\(letterhead.practice?.name ?? words.somePractice)</bdi></header>
    \(progress)\
    <main>
    \(content)
    </main>
    <footer>\(help)\(callingLink)\(resuming)</footer>
    </body>
    </html>

    """
  }

  private var extraStylesheet: HTML? {
    letterhead.extraStylesheet.map { "\n<link rel=\"stylesheet\" href=\"\($0)\">" }
  }

  /// The line of help, which is in the same place on every page (WCAG 2.2, 3.2.6).
  private var help: HTML {
    guard let practice = letterhead.practice, let phone = practice.phone else {
      return "<p>\(words.helpFromTherapist)</p>"
    }
    return """
      <p>\(words.helpByPhone(practice.name)) \
      <a class="tap" href="\(TelephoneLink.address(phone))"><bdi>\(phone)</bdi></a></p>
      """
  }
}
