import Clinical
import Delivery
import Foundation
import Installation
import Testing

@Suite struct MailTests {
  private let id = UUID()

  private func mail(practice: String = "Stillwater", stop: String? = "https://a.example/s/STOP", at time: Date = Date())
    throws
    -> Mail
  {
    let letter = FilledLetter(
      .invite, from: try Letters(files: ShareDirectory.contentFiles()),
      FilledLetter.Details(
        practice: practice, colour: "#102030", phone: nil, therapist: "Zoë", visit: nil,
        link: "https://a.example/i/LINK",
        stop: stop))
    return Mail(
      letter, from: Mail.Sender(name: practice, address: "desk@a.example", replies: nil), to: "ana@example.org", id: id,
      host: "a.example", stop: stop, at: time)
  }

  private func headers(_ mail: Mail) -> [String] {
    (mail.text.split(separator: "\n\n", maxSplits: 1).first ?? "").replacing("\n ", with: " ")
      .split(separator: "\n").map(String.init)
  }

  @Test func isTheSameMessageWhenItIsSentAgain() throws {
    let first = try headers(mail(at: Date(timeIntervalSince1970: 0))), second = try headers(mail())
    #expect(first.filter { !$0.hasPrefix("Date:") } == second.filter { !$0.hasPrefix("Date:") })
    #expect(first.contains("Message-ID: <\(id.uuidString.lowercased())@a.example>"))
    #expect(first.contains("Date: Thu, 01 Jan 1970 00:00:00 +0000"))
  }

  @Test func isStoppedByOneClick() throws {
    let headers = try headers(mail())
    #expect(headers.contains("List-Unsubscribe: <https://a.example/s/STOP>"))
    #expect(headers.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    #expect(try !self.headers(mail(stop: nil)).contains { $0.hasPrefix("List-Unsubscribe") })
  }

  @Test(arguments: [
    "Stillwater\nBcc: eve@example.org", "Stillwater\r\n\r\nHello", "A \"quoted\" \\ name", "Wärme & Ruhe", "陈波",
  ])
  func aNameAddsNoHeaderAndNoLine(_ name: String) throws {
    let mail = try mail(practice: name)
    let names = headers(mail).map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post",
        "MIME-Version", "Content-Type",
      ])
    let head = mail.text.split(separator: "\n\n", maxSplits: 1)[0]
    #expect(head.utf8.allSatisfy { $0 < 0x80 && $0 != 13 })
  }

  @Test func hasLinesThatEveryMailSystemTakes() throws {
    let mail = try mail(practice: String(repeating: "Wärme & Ruhe ", count: 12))
    for line in mail.text.split(separator: "\n") {
      #expect(line.utf8.count <= 120 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
      #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
    }
  }

  @Test(arguments: ["ana@example.org", "a.b+c@xn--d.example", "ü@example.org"]) func isAnAddress(_ text: String) {
    #expect(Mail.isAddress(text))
  }

  @Test(arguments: [
    "", "ana", "@example.org", "ana@", "a@b@c", "-oQ/tmp@example.org", "ana@example.org,eve@example.org",
    "ana @example.org",
    "ana@example.org\nBcc: eve@example.org", "<ana@example.org>", "\"ana\"@example.org", "ana@example.org;x",
  ])
  func isNoAddress(_ text: String) {
    #expect(!Mail.isAddress(text))
  }
}
