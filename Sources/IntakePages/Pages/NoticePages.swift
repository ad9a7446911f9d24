import Foundation
import HTTPServer
import Records
import Sealing

/// Short pages for what cannot be shown or done.
enum Notice {
  private static var words: any PageWords { standardWords }

  /// The page for a link that is unknown, misspelled, expired or withdrawn. It is the same for all of them, so that nobody
  /// can tell them apart.
  static let unknownLink = unknownLink(keeping: FieldValues())

  /// - Parameter form: what was typed by a client whose link ended meanwhile.
  static func unknownLink(keeping form: FieldValues) -> Response {
    var answer = page(
      404, words.unknownLinkTitle,
      """
      \(paragraphs(words.unknownLink))\(toCopy(form))
      """)
    answer.countsAsGuess = true
    return answer
  }

  /// The page for the link of a form that has expired: it names nobody.
  /// - Parameter isAsked: whether a new link has just been asked for.
  static func endedLink(_ token: LinkToken, isAsked: Bool = false, keeping form: FieldValues = FieldValues())
    -> Response
  {
    ended(words.endedLink, .newLink, at: token.address(PagePath.newLink), isAsked, form)
  }

  /// Says that the link of a plan has ended.
  static func endedPlanLink(_ token: LinkToken, isAsked: Bool = false, keeping form: FieldValues = FieldValues())
    -> Response
  {
    ended(words.endedPlanLink, .newPlanLink, at: "/p/\(token.text)/\(PagePath.newLink)", isAsked, form)
  }

  private static func ended(_ why: String, _ wish: ClientWish, at address: String, _ isAsked: Bool, _ form: FieldValues)
    -> Response
  {
    let ask: HTML = """
      <p>\(why)</p>
      <form method="post" action="\(address)"><div class="go"><button>\
      \(words.wishLabel(wish, therapist: words.somePractice))</button></div></form>

      """
    let asked: HTML =
      "<p class=\"note\" role=\"status\">\(words.wishTold(wish, therapist: words.somePractice))</p>\n"
    return page(isAsked ? 200 : 410, words.endedLinkTitle, "\(isAsked ? asked : ask)\(toCopy(form))")
  }

  /// The page after a new link was sent to the address on record, which it does not name.
  static let renewedLink = page(200, words.renewedLinkTitle, "<p role=\"status\">\(words.renewedLink)</p>")

  /// The page for a browser that did not keep the cookie, without which nothing can be kept for it.
  static func cookiesBlocked(_ visit: LinkVisit) -> Response {
    let words = visit.words
    return HTMLPage(
      status: 409, title: words.cookiesBlockedTitle, letterhead: visit.letterhead,
      content: """
        <h1>\(words.cookiesBlockedTitle)</h1>
        \(paragraphs(words.cookiesBlocked))<p><a class="button" href="\(visit.address())">\(words.tryAgain)</a></p>
        """
    ).response
  }

  /// The page after a device was told to forget a form.
  static func removed(_ visit: LinkVisit) -> HTMLPage {
    let words = visit.words
    return HTMLPage(
      title: words.removedTitle, letterhead: visit.letterhead,
      content: "<h1>\(words.removedTitle)</h1>\n<p>\(words.removed)</p>")
  }

  static let unknownPage = page(404, words.unknownPageTitle, "<p>\(words.unknownPage)</p>")

  static let unreadableForm = page(
    422, words.unreadableFormTitle, "<p>\(words.unreadableForm)</p>")

  /// The page for the link of a form that was sent from another device, or from one that others use too.
  static func alreadySent(_ visit: LinkVisit) -> Response {
    let words = visit.words
    if visit.invite.isOnSharedDevice {
      let therapist = visit.invite.practice.therapist
      return page(
        200, words.receiptTitle, "\(paragraphs(words.handBack(therapist: therapist)))", visit.letterhead)
    }
    return page(
      200, words.alreadySentTitle,
      """
      <p>\(words.alreadySent(therapist: visit.invite.practice.therapist, on: visit.invite.submittedAt))</p>
      <p>\(words.alreadySentHint)</p>
      <p><a class="tap" href="\(visit.address(PagePath.resume))">\(words.beganElsewhere)</a></p>
      """, visit.letterhead)
  }

  /// The page for a form whose answers came already from another browser.
  static func sameAnswers(_ receipt: Door.Receipt, _ letterhead: Letterhead) -> Response {
    let words = letterhead.words
    return page(200, words.alreadySentTitle, "<p>\(words.sameAnswers(on: receipt.submittedAt))</p>", letterhead)
  }

  /// The page for answers that a browser posts after its form was sent.
  static func sentWithout(_ form: FieldValues) -> Response {
    page(409, words.notSavedTitle, "<p>\(words.sentWithoutPage)</p>\(toCopy(form))")
  }

  /// The page of a plan that the client must not follow at present. Its status is that of a revised plan, so that no
  /// program saves the page as if it were the plan.
  static func paused(_ letterhead: Letterhead) -> Response {
    page(410, letterhead.words.pausedPlanTitle, "\(paragraphs(letterhead.words.pausedPlan))", letterhead)
  }

  static func revised(_ letterhead: Letterhead) -> Response {
    page(410, letterhead.words.revisedPlanTitle, "\(paragraphs(letterhead.words.revisedPlan))", letterhead)
  }

  /// The page after a failure to store: it contains what was typed, to be sent again.
  static func notStored(_ form: FieldValues) -> Response {
    page(
      503, words.notStoredTitle,
      """
      \(paragraphs(words.notStored))\(again(form))
      """, retryAfter: true)
  }

  /// The page for a form that the database refused and may accept later.
  static func refused(_ status: Int, _ text: String, _ form: FieldValues?) -> Response {
    page(status, words.notSavedTitle, "<p>\(text)</p>\(typed(form ?? FieldValues()))")
  }

  static func tooLong(_ form: FieldValues?) -> Response {
    refused(422, words.tooLong, form)
  }

  /// The page for a form that comes too late, so that what was typed can only be copied.
  static func tooLate(_ form: FieldValues?) -> Response {
    page(
      409, words.notSavedTitle, "<p>\(words.tooLate)</p>\(toCopy(form ?? FieldValues()))")
  }

  /// The typed texts, to be copied; nil when none were typed.
  private static func toCopy(_ form: FieldValues) -> HTML? {
    let texts = boxes(fields(of: form).filter { $0.isLong || $0.value.contains(" ") })
    return texts.isEmpty ? nil : "<p>\(words.toCopy)</p>\n\(texts)"
  }

  /// The typed form, to be sent again; nil when nothing was typed.
  private static func typed(_ form: FieldValues) -> HTML? {
    guard form.values.contains(where: { $0.key != "submission" && $0.key != "page" }) else { return nil }
    return "<p>\(words.stillHere)</p>\n\(again(form))"
  }

  /// A form with the same fields: long texts visible, so that they can be shortened, and all others hidden.
  private static func again(_ form: FieldValues) -> HTML {
    let hidden = fields(of: form).filter { !$0.isLong }.map { field in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n" as HTML
    }
    return
      "<form method=\"post\">\(hidden)\(boxes(fields(of: form).filter(\.isLong)))<div class=\"go\"><button>\(words.tryAgain)</button></div></form>"
  }

  /// Text areas, numbered if there are several.
  private static func boxes(_ texts: [Field]) -> [HTML] {
    texts.enumerated().map { place, field in
      """
      <div class="field"><label for="text\(place + 1)">\(words.youWrote(place + 1, of: texts.count))</label><textarea id="text\(place + 1)" \
      name="\(field.name)" rows="4">
      \(field.value)</textarea></div>

      """
    }
  }

  private struct Field {
    let name: String
    let value: String
    /// Whether the value is too long for a hidden field.
    var isLong: Bool { value.count > 60 }
  }

  private static func fields(of form: FieldValues) -> [Field] {
    form.values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { Field(name: name, value: $0) } }
  }

  static let unavailable = page(
    503, words.unavailableTitle, "<p>\(words.unavailable)</p>", retryAfter: true)

  static func failed(reference: String) -> Response {
    page(
      500, words.failedTitle,
      """
      <p>\(words.failed)</p>
      <p>\(words.failedAgain) <b>\(reference)</b></p>
      """)
  }

  /// The error page for requests that the HTTP layer rejects before any handler runs.
  static func refusal(_ status: Int, _ text: String) -> Response {
    page(status, status < 500 ? words.rejectedTitle : words.failedTitle, "<p>\(text)</p>")
  }

  private static func paragraphs(_ texts: [String]) -> [HTML] { texts.map { "<p>\($0)</p>\n" } }

  private static func page(
    _ status: Int, _ title: String, _ text: HTML, _ letterhead: Letterhead = Letterhead(), retryAfter: Bool = false
  ) -> Response {
    HTMLPage(
      status: status, title: title, letterhead: letterhead, content: "<h1>\(title)</h1>\n\(text)",
      headers: retryAfter ? [("Retry-After", "10")] : []
    ).response
  }
}
