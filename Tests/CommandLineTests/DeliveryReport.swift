/// What a mail system says of a message that it did not deliver, as postfix writes it.
func deliveryReport(of message: String, action: String, status: String) -> String {
  """
  From: MAILER-DAEMON@mail.example (Mail Delivery System)
  To: desk@stillwater.example
  Message-Id: <20261201080000.ABCDEF@mail.example>
  Auto-Submitted: auto-replied
  Content-Type: multipart/report; report-type=delivery-status;
  \tboundary="ABC/mail.example"

  --ABC/mail.example
  Content-Type: text/plain

  I could not deliver it.
  --ABC/mail.example
  Content-Type: message/delivery-status

  Reporting-MTA: dns; mail.example

  Final-Recipient: rfc822; ana@example.org
  Action: \(action)
  Status: \(status)
  Diagnostic-Code: smtp; 550 5.1.1 <ana@example.org>: unknown

  --ABC/mail.example
  Content-Type: message/rfc822

  From: "Stillwater" <desk@stillwater.example>
  Message-ID: \(message)
  Subject: Stillwater: a form for you

  --ABC/mail.example--
  """
}
