import Foundation

/// What a mail system reports about a mail of ours that it has taken (RFC 3464).
package struct DeliveryReport: Sendable, Equatable {
  package enum Outcome: Sendable, Equatable {
    /// It gave up, with a status such as 5.1.1 (RFC 3463).
    case failed(status: String?)
    /// It goes on trying, or has delivered it.
    case other
  }

  /// The message, as its Message-ID says.
  package let message: UUID
  /// The right side of that Message-ID, in small letters.
  package let host: String
  package let outcome: Outcome

  /// Reads a report; nil for any other mail, and for a report about a mail that has no Message-ID of our form.
  package init?(_ mail: String) {
    guard let (head, body) = Self.lines(of: mail) else { return nil }
    let isReport = head.contains {
      $0.hasPrefix("content-type:") && $0.contains("multipart/report") && $0.contains("delivery-status")
    }
    // Before this part a mail system writes for people, in words of its own.
    let fields = body.drop { !($0.hasPrefix("content-type:") && $0.contains("message/delivery-status")) }
    guard isReport, let (message, host) = fields.lazy.compactMap(Self.messageID).first else { return nil }
    self.message = message
    self.host = host
    let hasFailed = Self.value(of: "action", in: fields) == "failed"
    let status = Self.value(of: "status", in: fields)?.firstMatch(of: /^[245]\.[0-9]{1,3}\.[0-9]{1,3}/)
    outcome = hasFailed ? .failed(status: status.map { String($0.0) }) : .other
  }

  /// Whether a program wrote a mail, to which an answer reaches nobody (RFC 3834).
  package static func isAutomatic(_ mail: String) -> Bool {
    (lines(of: mail)?.head ?? []).contains {
      $0.hasPrefix("auto-submitted:") && !$0.hasSuffix(" no") || $0.hasPrefix("precedence:")
        || $0.firstMatch(of: /^return-path: *<>/) != nil
    }
  }

  /// The lines of the header and of the body in small letters, each field on one line; nil for a mail without a body.
  private static func lines(of mail: String) -> (head: [Substring], body: [Substring])? {
    let text = mail.replacing("\r\n", with: "\n")
    guard let end = text.firstRange(of: "\n\n") else { return nil }
    func unfolded(_ part: Substring) -> [Substring] {
      part.replacing(/\n[ \t]+/, with: " ").lowercased().split(separator: "\n")
    }
    return (unfolded(text[..<end.lowerBound]), unfolded(text[end.upperBound...]))
  }

  private static func messageID(_ line: Substring) -> (UUID, String)? {
    guard let match = line.firstMatch(of: /^(?:x-original-)?message-id: *<([0-9a-f-]{36})@([^<>@ ]+)>/) else {
      return nil
    }
    return UUID(uuidString: String(match.1)).map { ($0, String(match.2)) }
  }

  private static func value(of field: String, in lines: ArraySlice<Substring>) -> String? {
    lines.first { $0.hasPrefix("\(field):") }
      .map { $0.dropFirst(field.count + 1).trimmingCharacters(in: .whitespaces) }
  }
}
