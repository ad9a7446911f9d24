import Foundation

/// A letter as a mail, in the form that a mail system takes over the `sendmail` interface.
package struct Mail: Sendable {
  package struct Sender: Sendable {
    let name: String
    package let address: String
    /// Where answers go, if elsewhere.
    let replies: String?

    package init(name: String, address: String, replies: String?) {
      (self.name, self.address, self.replies) = (name, address, replies)
    }
  }

  /// The whole mail. The same message has the same id and boundary each time that it is sent.
  package let text: String

  /// - Parameters:
  ///   - id: of the message.
  ///   - host: the right side of the Message-ID.
  ///   - stop: the address for one click without a login (RFC 8058).
  package init(
    _ letter: FilledLetter, from sender: Sender, to address: String, id: UUID, host: String, stop: String?,
    at time: Date
  ) {
    let name = id.uuidString.lowercased()
    let boundary = "plumbline-\(name)"
    var headers = [
      ("From", "\(HeaderWords.phrase(sender.name)) <\(sender.address)>"), ("To", "<\(address)>"),
      ("Subject", HeaderWords.text(letter.subject)), ("Date", Self.date(time)), ("Message-ID", "<\(name)@\(host)>"),
      ("Auto-Submitted", "auto-generated"),
    ]
    if let replies = sender.replies { headers.append(("Reply-To", "<\(replies)>")) }
    if let stop {
      headers += [("List-Unsubscribe", "<\(stop)>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    }
    headers += [("MIME-Version", "1.0"), ("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")]
    let parts = [("plain", letter.plain), ("html", letter.html)].map { type, text in
      """
      --\(boundary)
      Content-Type: text/\(type); charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      \(QuotedPrintable.encode(text))

      """
    }
    text =
      headers.map { "\($0.0): \($0.1)\n" }.joined() + "\n" + parts.joined() + "--\(boundary)--\n"
  }

  /// Whether a mail system takes this for one address: no white space, nothing that ends it or adds another.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.hasPrefix("-") && text.utf8.count <= 254
      && text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"<>()[],;:\\\"".unicodeScalars.contains($0)
      }
  }

  private static func date(_ time: Date) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = .gmt
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return format.string(from: time)
  }
}
