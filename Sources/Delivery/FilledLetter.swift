import Clinical

/// A letter with the names and links of one message in it: the same words as plain text, as HTML and as a short message.
package struct FilledLetter: Sendable {
  /// What a letter is filled with.
  package struct Details: Sendable {
    let practice: String
    /// The practice's colour in CSS, `#rrggbb`.
    let colour: String?
    let phone: String?
    let therapist: String
    let visit: CalendarDate?
    /// What the letter is about, to be opened; nil for a letter without a link.
    let link: String?
    /// The page on which the reader asks for no more messages; nil for a letter to a therapist.
    let stop: String?

    package init(
      practice: String, colour: String?, phone: String?, therapist: String, visit: CalendarDate?, link: String?,
      stop: String?
    ) {
      (self.practice, self.colour, self.phone, self.therapist) = (practice, colour, phone, therapist)
      (self.visit, self.link, self.stop) = (visit, link, stop)
    }
  }

  package let subject: String
  private let paragraphs: [String]
  private let button: String?
  private let foot: [String]
  private let stopWords: String
  private let details: Details
  /// The whole letter as a short message.
  package let sms: String

  package init(_ kind: Letter.Kind, from letters: Letters, _ details: Details) {
    let letter = letters[kind]
    func fill(_ text: String) -> String { Self.fill(text, details) }
    self.details = details
    subject = fill(letter.subject)
    paragraphs = (letter.paragraphs + [details.visit == nil ? nil : letter.dayParagraph].compactMap(\.self)).map(fill)
    button = details.link == nil ? nil : letter.button
    foot = details.stop != nil && details.phone != nil ? [fill(letters.foot.call)] : []
    stopWords = letters.foot.stop
    let end = details.stop.map { " " + letters.foot.smsStop.replacing("{stop}", with: $0) } ?? ""
    sms = fill(letter.sms) + end
  }

  /// The letter as plain text, with its links written out.
  package var plain: String {
    var parts = paragraphs
    if let button, let link = details.link { parts.append("\(button):\n\(link)") }
    parts += foot
    if let stop = details.stop { parts.append("\(stopWords)\n\(stop)") }
    return ([details.practice] + parts).joined(separator: "\n\n") + "\n"
  }

  /// The letter as HTML without pictures and without anything that is fetched.
  package var html: String {
    let colour = details.colour ?? "#1f5f5b"
    let text =
      (paragraphs.map { "<p>\(Self.escaped($0))</p>" } + linkMarkup + foot.map { "<p>\(Self.escaped($0))</p>" })
      .joined(separator: "\n")
    let stop = details.stop.map {
      """
      <p style="color:#555;font-size:85%">\(Self.escaped(stopWords))<br><a href="\(Self.escaped($0))">\(Self.escaped($0))</a></p>

      """
    }
    return """
      <!DOCTYPE html>
      <html lang="\(answerWords.language)"><head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
      <body style="font-family:sans-serif;line-height:1.5;max-width:36em;margin:1em;overflow-wrap:anywhere">
      <p style="border-bottom:3px solid \(colour);font-weight:bold">\(Self.escaped(details.practice))</p>
      \(text)
      \(stop ?? "")</body></html>

      """
  }

  private var linkMarkup: [String] {
    guard let button, let link = details.link else { return [] }
    return [
      """
      <p><a href="\(Self.escaped(link))">\(Self.escaped(button))</a>:<br>\(Self.escaped(link))</p>
      """
    ]
  }

  /// Fills in each place once, from left to right, so that what stands in a name is no place.
  private static func fill(_ text: String, _ details: Details) -> String {
    let values = [
      "practice": details.practice, "therapist": details.therapist, "phone": details.phone ?? "",
      "day": details.visit.map(answerWords.weekdayAndDay) ?? "", "link": details.link ?? "",
    ]
    return text.replacing(/\{([a-z]+)\}/) { values[String($0.1)] ?? "" }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
