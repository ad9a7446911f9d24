import Foundation
import HTTPServer
import Sealing

/// A check-in that was begun and not sent. It is in the client's own browser and nowhere else.
struct CheckInDraft: Codable {
  let submissionKey: UUID
  let fields: FieldValues
}

/// The cookie with a check-in that was begun, sealed under the link of the plan, so that the cookie alone tells nothing. It
/// goes to the page it was begun on and to no other.
struct CheckInCookie {
  /// Browsers keep a cookie of 4,096 bytes, with its name.
  private static let mostBytes = 4_000
  /// In a week the next check-in is due.
  private static let seconds = 604_800

  let isSecure: Bool
  let token: LinkToken
  /// The address of the page.
  let page: String

  private var name: String { isSecure ? "__Secure-checkin" : "checkin" }

  func draft(in request: Request) -> CheckInDraft? {
    request.cookie(name).flatMap { token.open(text: $0, as: CheckInDraft.self, for: .checkIn) }
  }

  /// The header field that keeps a check-in; nil when it is too long to be kept.
  func keeping(_ draft: CheckInDraft) throws -> (name: String, value: String)? {
    let text = try token.sealedText(draft, for: .checkIn)
    return text.utf8.count <= Self.mostBytes ? header(text, seconds: Self.seconds) : nil
  }

  var removing: (name: String, value: String) { header("", seconds: 0) }

  private func header(_ value: String, seconds: Int) -> (name: String, value: String) {
    let secure = isSecure ? "; Secure" : ""
    return ("Set-Cookie", "\(name)=\(value); Path=\(page); HttpOnly; SameSite=Strict; Max-Age=\(seconds)\(secure)")
  }
}
