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
  package let outcome: Outcome

  /// Reads a report; nil for any other mail, and for a report about a mail that is not ours.
  package init?(_ mail: String) {
    let text = mail.replacing("\r\n", with: "\n")
    guard let end = text.range(of: "\n\n") else { return nil }
    let head = text[..<end.lowerBound].replacing(/\n[ \t]+/, with: " ").lowercased()
    let isReport = head.split(separator: "\n").contains {
      $0.hasPrefix("content-type:") && $0.contains("multipart/report") && $0.contains("delivery-status")
    }
    let lines = text[end.upperBound...].split(separator: "\n").map { $0.lowercased() }
    guard isReport, let message = Self.message(in: lines) else { return nil }
    self.message = message
    let hasFailed = Self.value(of: "action", in: lines) == "failed"
    outcome = hasFailed ? .failed(status: Self.status(in: lines)) : .other
  }

  /// The id of the mail that is reported, whose header is in the report.
  private static func message(in lines: [String]) -> UUID? {
    let all = lines.lazy.compactMap { line in
      line.firstMatch(of: /^(?:message-id|x-original-message-id): *<([0-9a-f-]{36})@/).flatMap {
        UUID(uuidString: "\($0.1)")
      }
    }
    return all.first
  }

  private static func status(in lines: [String]) -> String? {
    value(of: "status", in: lines)?.firstMatch(of: /^[245]\.[0-9]{1,3}\.[0-9]{1,3}/).map { String($0.0) }
  }

  private static func value(of field: String, in lines: [String]) -> String? {
    lines.first { $0.hasPrefix("\(field):") }
      .map { $0.dropFirst(field.count + 1).trimmingCharacters(in: .whitespaces) }
  }
}
