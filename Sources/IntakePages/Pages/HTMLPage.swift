import HTTPServer
import Records

/// The practice that a page speaks for, as far as the link tells.
struct Letterhead: Sendable {
  var practice: String?
  var therapist: String?
  var phone: String?
  var stylesheet = Stylesheet(practiceColour: nil)
  var words = standardWords

  init() {}

  init(_ invite: Door.OpenedInvite, words: any PageWords) {
    self.words = words
    practice = invite.practiceName
    therapist = invite.therapistName
    phone = invite.practicePhone
    stylesheet = Stylesheet(practiceColour: invite.practiceColour)
  }
}

/// A whole page: its title, and the content between header and footer.
struct HTMLPage: Sendable {
  var status = 200
  var title: String
  var letterhead: Letterhead
  var content: HTML
  var headers: [(name: String, value: String)] = []

  var response: Response {
    Response(
      status: status, headers: [("Content-Type", "text/html; charset=utf-8")] + headers,
      body: Array(document.markup.utf8))
  }

  private var words: any PageWords { letterhead.words }

  private var document: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(words.language)">
    <head>
    <meta charset="utf-8">
    <title>\(title)\(letterhead.practice.map { " – \($0)" } ?? "")</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="\(letterhead.stylesheet.address)">
    </head>
    <body>
    <header>\(letterhead.practice ?? words.somePractice)</header>
    <main>
    \(content)
    </main>
    <footer>\(help)</footer>
    </body>
    </html>

    """
  }

  /// The line of help, which is in the same place on every page (WCAG 2.2, 3.2.6).
  private var help: HTML {
    guard let phone = letterhead.phone else { return "<p>\(words.helpFromTherapist)</p>" }
    return """
      <p>\(words.helpByPhone(letterhead.practice)) \
      <a class="tap" href="tel:\(phone.filter { !$0.isWhitespace })">\(phone)</a></p>
      """
  }
}
