import Clinical
import Foundation
import Records

/// A client as a vCard 4.0 (RFC 6350): how to reach them, and nothing about their health.
package struct ClientCard: Sendable {
  private static let longestLine = 75

  private let client: Client

  package init(_ client: Client) { self.client = client }

  package var text: String {
    var lines = ["BEGIN:VCARD", "VERSION:4.0", "KIND:individual", "UID:urn:uuid:\(client.id)"]
    lines.append("FN:\(client.fullName.cardValue)")
    if let email = client.email { lines.append("EMAIL:\(email.cardValue)") }
    if let phone = client.phone { lines.append("TEL:\(phone.cardValue)") }
    if let day = client.birthDate { lines.append("BDAY:\(day.iso.replacing("-", with: ""))") }
    lines.append("END:VCARD")
    return lines.map { $0.folded(at: Self.longestLine) + "\r\n" }.joined()
  }
}

extension String {
  /// The text as a value of vCard or iCalendar: with escapes, on one line.
  package var cardValue: String {
    replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;").replacing("\r\n", with: "\\n")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\n")
  }

  /// Breaks a line that has more bytes; what follows begins with a space. No character is broken.
  package func folded(at most: Int) -> String {
    var lines = [""]
    for character in unicodeScalars {
      if lines[lines.count - 1].utf8.count + String(character).utf8.count > most { lines.append(" ") }
      lines[lines.count - 1].unicodeScalars.append(character)
    }
    return lines.joined(separator: "\r\n")
  }
}
