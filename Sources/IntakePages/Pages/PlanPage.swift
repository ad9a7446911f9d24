import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// The client's home-care plan, decrypted by the secret of the link. What cannot wait and whom to call come first, then
/// what to do today; the rest follows in the order of the paper.
struct PlanPage {
  let token: LinkToken
  let letterhead: Letterhead
  let copy: ClientPlanCopy
  /// The items that hurt a lot, to be left out until the plan is revised.
  let pausedItems: [HomeCareItem.ID]

  var page: HTMLPage {
    HTMLPage(
      title: copy.title, letterhead: letterhead, content: content,
      headers: copy.photos.isEmpty ? [] : [(ContentSecurityPolicy.header, ContentSecurityPolicy.withPictures)])
  }

  private var words: any PageWords { letterhead.words }

  /// The plan as a file, or one of its photographs, under the name that the page links to.
  static func file(_ name: String, of copy: ClientPlanCopy) -> Response {
    if let photo = copy.photos.first(where: { "\($0.number).jpg" == name })?.photo {
      guard let bytes = Data(base64Encoded: photo.jpeg) else { return Notice.unknownPage }
      return Response(status: 200, headers: [("Content-Type", "image/jpeg")], body: Array(bytes))
    }
    let (type, bytes): (String, [UInt8])
    switch name {
    case "plan.txt": (type, bytes) = ("text/plain; charset=utf-8", Array(copy.text.utf8))
    case "plan.pdf":
      guard let pdf = Data(base64Encoded: copy.pdf) else { return Notice.unknownPage }
      (type, bytes) = ("application/pdf", Array(pdf))
    case "days.ics":
      guard !copy.days.isEmpty else { return Notice.unknownPage }
      let calendar = copy.days.calendar(
        todo: standardWords.calendarTodo, visit: standardWords.calendarVisit, stamp: copy.issuedOn)
      (type, bytes) = ("text/calendar; charset=utf-8", Array(calendar.utf8))
    default: return Notice.unknownPage
    }
    return Response(
      status: 200,
      headers: [("Content-Type", type), ("Content-Disposition", "attachment; filename=\"home-care-\(name)\"")],
      body: bytes)
  }

  // MARK: content

  private typealias Block = ClientPlanCopy.Block

  private var content: HTML {
    let (first, then) = copy.byNeed
    return """
      <h1>\(copy.title)</h1>
      <p class="step">\(answerWords.day(copy.issuedOn))</p>
      \(first.map(block))
      <p class="noprint"><a class="button" href="/p/\(token.text)/how">\(words.checkInTitle)</a></p>
      \(leftOut)\(call)\(then.map(block))
      <p class="noprint"><a class="button" href="/p/\(token.text)/plan.pdf">\(words.keepPlanAsPDF)</a> \
      <a class="tap" href="/p/\(token.text)/plan.txt">\(words.keepPlanAsText)</a>\(calendar)</p>
      """
  }

  private var calendar: HTML? {
    copy.days.isEmpty ? nil : " <a class=\"tap\" href=\"/p/\(token.text)/days.ics\">\(words.keepDays)</a>"
  }

  private var call: HTML? {
    letterhead.practice?.phone.map { number in
      """
      <p class="noprint"><a class="button call" href="\(TelephoneLink.address(number))">\
      \(words.callPractice(number))</a></p>

      """
    }
  }

  private var leftOut: HTML? {
    LeftOut(items: copy.checkIn.leftOut(pausedItems), words: words).html.map { "<div class=\"stop\">\($0)</div>\n" }
  }

  private func block(_ block: Block) -> HTML {
    switch block {
    case .heading(2, let text): "<h2>\(text)</h2>\n"
    case .heading(_, let text): "<h3>\(text)</h3>\n"
    case .paragraph(let text): "<p>\(text)</p>\n"
    case .bullets(let lines): list(lines)
    case .facts(let facts): "\(facts.map(remark))"
    case .callout(let title, let lines): "<div class=\"note\"><h3>\(title)</h3>\(list(lines))</div>\n"
    case .warning(let title, let lines): "<div class=\"stop\"><h3>\(title)</h3>\(list(lines))</div>\n"
    case .help(let title, let lines):
      "<details class=\"stop\"><summary>\(title)</summary>\(list(lines))</details>\n"
    case .thing(let thing): self.thing(thing)
    }
  }

  private func list(_ lines: [String]) -> HTML { "<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>\n" }

  private func remark(_ fact: ClientPlanCopy.Fact) -> HTML {
    "<p class=\"why\"><b>\(fact.label)</b> \(fact.value)</p>\n"
  }

  /// Returns a thing to do: the picture, the title and the dose are always shown, the rest opens.
  private func thing(_ thing: ClientPlanCopy.Thing) -> HTML {
    let photo = thing.photo.map { photo -> HTML in
      "<img class=\"pose\" src=\"/p/\(token.text)/\(thing.number).jpg\" alt=\"\(photo.alternative)\" loading=\"lazy\">"
    }
    return """
      <details class="thing"><summary>\(photo ?? thing.picture.map(PictureMarkup.init)?.markup)\
      <b>\(thing.number). \(thing.title)</b> <span>\(thing.dose)</span></summary>
      \(thing.remarks.map(remark))<ol>\(thing.steps.map { "<li>\($0)</li>" as HTML })</ol>
      \(thing.afterwards.map(remark))</details>

      """
  }
}

extension ClientPlanCopy {
  fileprivate var photos: [(number: Int, photo: Photo)] {
    blocks.compactMap { block in
      guard case .thing(let thing) = block, let photo = thing.photo else { return nil }
      return (thing.number, photo)
    }
  }
}
