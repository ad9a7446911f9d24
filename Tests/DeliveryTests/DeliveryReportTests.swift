import Delivery
import Foundation
import Testing

@Suite struct DeliveryReportTests {
  private let id = UUID()

  private func report(
    type: String = "multipart/report; report-type=delivery-status;\n boundary=\"B\"", action: String = "Action: failed",
    status: String = "Status: 5.1.1", about message: String? = nil, lineBreak: String = "\n"
  ) -> String {
    [
      "Message-ID: <\(UUID().uuidString)@far.example>", "Content-Type: \(type)", "", "--B",
      "Content-Type: message/delivery-status", "", "Final-Recipient: rfc822; a@example.org", action, status, "", "--B",
      "Content-Type: text/rfc822-headers", "", message ?? "Message-ID: <\(id.uuidString.lowercased())@a.example>",
      "--B--",
    ].joined(separator: lineBreak)
  }

  @Test func namesTheMessageThatFailedAndTheStatus() {
    for mail in [
      report(), report(lineBreak: "\r\n"),
      report(type: "Multipart/Report; boundary=B; report-type=\"delivery-status\""),
    ] {
      let read = DeliveryReport(mail)
      #expect(read?.message == id && read?.outcome == .failed(status: "5.1.1"), "\(mail)")
    }
    #expect(
      DeliveryReport(report(action: "ACTION: Failed", status: "status: 5.2.2 (full)"))?.outcome
        == .failed(status: "5.2.2"))
    #expect(DeliveryReport(report(status: "Status: none"))?.outcome == .failed(status: nil))
  }

  @Test(arguments: ["delayed", "delivered", "relayed", "expanded", ""])
  func anythingButAFailureIsNone(_ action: String) {
    #expect(DeliveryReport(report(action: "Action: \(action)"))?.outcome == .other)
  }

  @Test func readsTheFieldsAndNotWhatAMailSystemWritesForPeople() {
    let told = report().replacing(
      "--B\nContent-Type: message", with: "--B\n\nAction: none\nStatus: 2.0.0\n--B\nContent-Type: message")
    #expect(DeliveryReport(told)?.outcome == .failed(status: "5.1.1"), "\(told)")
    let folded = DeliveryReport(report(about: "Message-ID:\n <\(id.uuidString.lowercased())@A.example>"))
    #expect(folded?.message == id && folded?.host == "a.example")
  }

  @Test func knowsWhatAProgramWrote() {
    for field in ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"] {
      #expect(DeliveryReport.isAutomatic("Subject: Away\n\(field)\n\nI am away."))
    }
    for field in ["Auto-Submitted: no", "Return-Path: <ana@example.org>", "X: y"] {
      #expect(!DeliveryReport.isAutomatic("Subject: Hello\n\(field)\n\nAuto-Submitted: auto-replied"))
    }
  }

  @Test func otherMailIsNone() {
    let letter = "Subject: Hello\n\nAction: failed\nMessage-ID: <\(id)@a.example>\n"
    let receipt = report(type: "multipart/report; report-type=disposition-notification")
    for mail in [letter, receipt, "", "\n\n", "Content-Type: multipart/report; report-type=delivery-status"] {
      #expect(DeliveryReport(mail) == nil, "\(mail)")
    }
    for message in ["Message-ID: <20261201.1@a.example>", "Message-ID: <\(id)", "Subject: <\(id)@a.example>"] {
      #expect(DeliveryReport(report(about: message)) == nil, "\(message)")
    }
  }
}
