import Clinical
import Foundation
import Records

/// The proof that the form has arrived, with a copy to keep.
struct ReceiptPage {
  let visit: Visit
  let receipt: Door.Receipt
  let copy: SentCopy

  var page: Page {
    Page(title: "Your form has arrived", letterhead: visit.letterhead, content: content)
  }

  private var content: HTML {
    let messages = copy.messages
    return """
      <h1>Thank you. Your form has arrived.</h1>
      \(messages.isEmpty ? .empty : "<div class=\"stop\">\(messages.map { "<p>\($0)</p>" as HTML })</div>")
      <p>\(copy.therapist) has it since \(CalendarDateText.minute(of: receipt.submittedAt)).</p>
      <p class="code">\(receipt.code)</p>
      <p>This is your code, should you call about it.</p>
      <h2>What happens next</h2>
      <p>\(copy.therapist) reads it before your visit and may call you. Something has changed? Call us.</p>
      <h2>Your copy</h2>
      <p><a class="tap" href="\(visit.address(Place.copy))">Keep it as a text file</a></p>
      <p>Or print this page. On this device it stays open to you until \
      \(CalendarDateText.day(of: visit.invite.expiresAt)).</p>
      \(copy.sheet.sections.map { "<h3>\($0.title)</h3>\(AnswerList(section: $0).html)" as HTML })
      """
  }
}
