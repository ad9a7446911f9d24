import Foundation
import HTTPServer
import Records

/// Short pages for what cannot be shown.
enum Notice {
  /// The same for a link that is unknown, misspelled, expired or withdrawn, so that nobody can tell them apart.
  static let unknownLink = unknownLink(keeping: FieldValues())

  /// - Parameter form: what was typed, for people whose link ended while they wrote.
  static func unknownLink(keeping form: FieldValues) -> Response {
    var answer = page(
      404, "This link leads nowhere",
      """
      <p>It may have ended, been replaced, or been cut short on its way.</p>
      <p>Open it again from the message you got. If that does not help, ask your therapist for a new link.</p>
      \(toCopy(form))
      """)
    answer.countsAsGuess = true
    return answer
  }

  static let unknownPage = page(404, "There is no such page", "<p>Check the address, or open your link again.</p>")

  static let unreadableForm = page(
    422, "Error: we could not read this form",
    "<p>Nothing was changed. Go back, reload the page and try again.</p>")

  /// For the link of a form that was sent from another device.
  static func alreadySent(_ visit: Visit) -> Response {
    let day = visit.invite.submittedAt.map { " on \(CalendarDateText.day(of: $0))" } ?? ""
    return Page(
      title: "This form was sent", letterhead: visit.letterhead,
      content: """
        <h1>This form was sent</h1>
        <p>\(visit.invite.therapistName) got it\(day). There is nothing more to do.</p>
        <p>Something has changed? Call us. The copy of the answers opens only on the device they were sent from.</p>
        """
    ).response
  }

  /// For a page that could not be stored: what was typed travels in the page itself, to be sent again.
  static func notStored(_ form: FieldValues) -> Response {
    page(
      503, "We could not save this page yet",
      """
      <p>The fault is ours. Your answers are still here, in this page; what you sent before is safe.</p>
      <p>Wait a moment, then try again. Please do not close this page.</p>
      \(again(form))
      """, retryAfter: true)
  }

  /// For a page that the database refused, and might take yet.
  static func refused(_ status: Int, _ text: String, _ form: FieldValues?) -> Response {
    page(status, "This page was not saved", "<p>\(text)</p>\(typed(form ?? FieldValues()))")
  }

  static func tooLong(_ form: FieldValues?) -> Response {
    refused(422, "This is more than we can keep. Make the longest answers shorter.", form)
  }

  /// For a page that comes too late: what was typed can only be copied.
  static func tooLate(_ form: FieldValues?) -> Response {
    page(
      409, "This page was not saved",
      "<p>This cannot be done any more. Open your link again.</p>\(toCopy(form ?? FieldValues()))")
  }

  /// Nothing when no words were typed.
  private static func toCopy(_ form: FieldValues) -> HTML? {
    let texts = boxes(fields(of: form).filter { $0.isLong || $0.value.contains(" ") })
    return texts.isEmpty ? nil : "<p>What you wrote is here, to be copied.</p>\n\(texts)"
  }

  /// Nothing when nothing was typed.
  private static func typed(_ form: FieldValues) -> HTML? {
    guard form.values.contains(where: { $0.key != "submission" && $0.key != "page" }) else { return nil }
    return "<p>What you typed is still here, in this page.</p>\n\(again(form))"
  }

  /// The same fields, to be sent again: long texts where they can be read and shortened, everything else unseen.
  private static func again(_ form: FieldValues) -> HTML {
    let hidden = fields(of: form).filter { !$0.isLong }.map { field in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n" as HTML
    }
    return
      "<form method=\"post\">\(hidden)\(boxes(fields(of: form).filter(\.isLong)))<div class=\"go\"><button>Try again</button></div></form>"
  }

  /// Texts to read, numbered where there are several.
  private static func boxes(_ texts: [Field]) -> [HTML] {
    texts.enumerated().map { place, field in
      let label = texts.count == 1 ? "You wrote" : "You wrote (\(place + 1) of \(texts.count))"
      return """
        <div class="field"><label for="text\(place + 1)">\(label)</label><textarea id="text\(place + 1)" \
        name="\(field.name)" rows="4">
        \(field.value)</textarea></div>

        """
    }
  }

  private struct Field {
    let name: String
    let value: String
    /// Too long to be carried along unseen.
    var isLong: Bool { value.count > 60 }
  }

  private static func fields(of form: FieldValues) -> [Field] {
    form.values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { Field(name: name, value: $0) } }
  }

  static let unavailable = page(
    503, "We cannot open your form just now",
    "<p>The fault is ours. What you saved is safe. Please try again in a minute.</p>", retryAfter: true)

  static func failed(reference: String) -> Response {
    page(
      500, "Something went wrong",
      """
      <p>The fault is ours, and what you saved is safe. Go back and try again.</p>
      <p>If it happens again, call us and give this code: <b>\(reference)</b></p>
      """)
  }

  /// For the server's own refusals, before a page is reached.
  static func refusal(_ status: Int, _ text: String) -> Response {
    page(status, status < 500 ? "This did not work" : "Something went wrong", "<p>\(text)</p>")
  }

  private static func page(_ status: Int, _ title: String, _ text: HTML, retryAfter: Bool = false) -> Response {
    Page(
      status: status, title: title, letterhead: Letterhead(), content: "<h1>\(title)</h1>\n\(text)",
      headers: retryAfter ? [("Retry-After", "10")] : []
    ).response
  }
}
