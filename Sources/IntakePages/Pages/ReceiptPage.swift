import Clinical
import Foundation
import Records

/// The receipt for a form that has been sent, with a copy to keep.
struct ReceiptPage {
  let visit: Visit
  let receipt: Door.Receipt
  let copy: SentCopy

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
      <p class="code">\(receipt.code)</p>
      <p>\(words.receiptCode)</p>
      <h2>\(words.whatNextTitle)</h2>
      <p>\(words.whatNext(therapist: copy.therapist))</p>
      <h2>\(words.copyTitle)</h2>
      <p><a class="tap" href="\(visit.address(PagePath.copy))">\(words.keepCopy)</a></p>
      <p>\(words.copyHint(until: visit.invite.expiresAt))</p>
      \(copy.sheet.sections(in: words).map { "<h3>\($0.title)</h3>\(AnswerList(section: $0).html)" as HTML })
      """
  }
}
