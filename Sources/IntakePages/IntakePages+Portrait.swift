import HTTPServer
import Records
import Sealing

/// The portrait of the therapist, who asks the client beside the words of welcome. It is a file of its own, which was made
/// by the command line and is never decoded here.
struct Portrait {
  let token: LinkToken
  /// Stands in the address, so that a browser asks for each portrait once.
  let hash: String

  private static let prefix = "portrait-"

  var address: String { token.address("\(Self.prefix)\(hash).jpg") }

  static func isNamed(_ page: String) -> Bool { page.hasPrefix(prefix) && page.hasSuffix(".jpg") }
}

extension IntakePages {
  func showPortrait(_ token: LinkToken) async throws -> Response {
    guard let jpeg = try await door.openPortrait(tokenHash: token.hash) else { throw Refusal.notFound(kind: "invite") }
    return Response(
      status: 200,
      headers: [("Content-Type", "image/jpeg"), ("Cache-Control", "private, max-age=2592000, immutable")], body: jpeg)
  }
}
