import Foundation
import PostgreSQL

extension Desk {
  /// Creates an invite for the link whose secret has this hash.
  /// - Parameter prefill: the last accepted answers, sealed under the link's secret.
  package func createInvite(
    id: Invite.ID, client: Client.ID, tokenHash: [UInt8], expiresAt: Date, contentVersion: String, prefill: [UInt8]?
  ) async throws -> Invite {
    try await call(
      "desk.invite_create", .id(id), .id(client), .bytes(tokenHash), .instant(expiresAt), .text(contentVersion),
      prefill.map { .bytes($0) }
    ).only(as: Invite.init)
  }

  /// Returns every invite one may see, the newest first.
  package func invites() async throws -> [Invite] {
    try await call("desk.invite_list").decoded(as: Invite.init)
  }

  package func revokeInvite(_ reference: String) async throws {
    _ = try await call("desk.invite_revoke", .text(reference))
  }
}
