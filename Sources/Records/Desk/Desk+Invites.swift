import Foundation
import PostgreSQL

extension Desk {
  /// Creates an invite for the link whose secret has this hash.
  /// - Parameters:
  ///   - prefill: an `EarlierForm`, sealed under the link's secret.
  ///   - historyCodeHash: the hash of a code that opens it, as the birth date on record does.
  ///   - onSharedDevice: whether others use the device on which the form is filled in.
  package func createInvite(
    id: Invite.ID, client: Client.ID, tokenHash: [UInt8], expiresAt: Date, contentVersion: String, prefill: [UInt8]?,
    historyCodeHash: [UInt8]? = nil, onSharedDevice: Bool = false
  ) async throws -> Invite {
    try await call(
      "desk.invite_create", .id(id), .id(client), .bytes(tokenHash), .instant(expiresAt), .text(contentVersion),
      prefill.map { .bytes($0) }, historyCodeHash.map { .bytes($0) }, .bool(onSharedDevice)
    ).only(as: Invite.init)
  }

  /// Returns the invites one may see, the newest first.
  /// - Parameters:
  ///   - openOnly: whether only those with which the client can still send the form.
  ///   - most: nil means all of them.
  package func invites(openOnly: Bool = false, most: Int? = nil) async throws -> [Invite] {
    try await call("desk.invite_list", .bool(openOnly), nil, most.map { .int($0) }).decoded(as: Invite.init)
  }

  /// Returns the invites with which the client can still send a form, the newest first.
  package func openInvites(of client: Client.ID) async throws -> [Invite] {
    try await call("desk.invite_list", .bool(true), .id(client)).decoded(as: Invite.init)
  }

  package func revokeInvite(_ reference: String) async throws {
    _ = try await call("desk.invite_revoke", .text(reference))
  }
}
