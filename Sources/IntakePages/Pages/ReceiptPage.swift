import Clinical
import Foundation
import Records

/// The receipt for a form that has been sent, with a copy to keep.
struct ReceiptPage {
  let visit: LinkVisit
  let receipt: Door.Receipt
  /// Whether another form was sent through the same link before this one.
  let isLater: Bool
  let copy: SentCopy
  /// What the client wishes that is not done yet.
  let wishes: Set<ClientWish>

  var page: HTMLPage {
    HTMLPage(title: words.receiptTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    let messages = copy.messages
    return """
      <h1>\(words.receiptHeading)</h1>
      \(messages.isEmpty ? .empty : "<div class=\"stop\">\(messages.map { "<p>\($0)</p>" as HTML })</div>")
      <p>\(words.received(therapist: copy.therapist, at: receipt.submittedAt))</p>
      \(isLater ? "<p>\(words.receivedLater(therapist: copy.therapist))</p>\n" : HTML.empty)\
      <p class="code">\(receipt.code)</p>
      <p>\(words.receiptCode)</p>
      <h2>\(words.whatNextTitle)</h2>
      <p>\(words.whatNext(therapist: copy.therapist))</p>
      \(CardList(visit: visit, sheet: copy.sheet, finished: []).html)\
      \(ForgetButton(visit: visit).html)\
      <h2>\(words.copyTitle)</h2>
      <p><a class="tap" href="\(visit.address(PagePath.copy))">\(words.keepCopy)</a></p>
      <p>\(words.copyHint(until: visit.invite.expiresAt))</p>
      <details><summary>\(words.whatYouSent)</summary>
      \(copy.sheet.sections(in: words).map { "<h3>\($0.title)</h3>\(AnswerList(answers: $0.answers).html)" as HTML })</details>
      <details><summary>\(words.rightsTitle)</summary>
      \(rights)</details>
      """
  }

  /// What the client may ask for at any time: a button for each, or that it was told.
  private var rights: HTML {
    let buttons = ClientWish.afterSending.map { wish in
      wishes.contains(wish)
        ? "<p>\(words.wishTold(wish, therapist: copy.therapist))</p>\n" as HTML
        : """
        <form method="post" action="\(visit.address(PagePath.wish))"><div class="go">\
        <button class="plain" name="wish" value="\(wish.rawValue)">\(words.wishLabel(wish, therapist: copy.therapist))</button></div></form>

        """
    }
    return """
      <p>\(words.rightsIntro)</p>
      \(buttons)
      """
  }
}
