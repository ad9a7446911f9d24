import Clinical
import Foundation
import Installation
import Records
import Sealing

/// A link to the form. Its secret is known only while it is made.
package struct FormLink: Sendable {
  package let client: Client
  package let invite: Invite
  package let token: LinkToken
  /// Opens what the client answered before, beside the birth date on record; nil when they answered nothing yet.
  package let historyCode: ResumeCode?
}

/// What is known before a link to the form is made, so that making it is one transaction.
package struct FormLinkMaking: Sendable {
  package let client: Client
  /// The invites that the client still has: each of them still takes a form.
  package let open: [Invite]
  private let expiresAt: Date
  private let onSharedDevice: Bool
  let desk: Desk
  private let earlier: EarlierForm?
  private let version: String

  /// - Parameter onSharedDevice: whether the form is filled in on a device that others use too.
  package init(for client: Client, expiresAt: Date, onSharedDevice: Bool, at desk: Desk) async throws {
    self.client = client
    self.expiresAt = expiresAt
    self.onSharedDevice = onSharedDevice
    self.desk = desk
    earlier = try await desk.intakeToRepeat(of: client.id)?.earlierForm
    version = try ShareDirectory.contentVersion()
    open = try await desk.openInvites(of: client.id)
  }

  /// Makes the link, within a transaction: one that could not be shown is not made.
  package func make() async throws -> FormLink {
    let token = LinkToken()
    let historyCode = earlier.map { _ in ResumeCode() }
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiresAt, contentVersion: version,
      prefill: try earlier.map { try token.seal($0, for: .prefill) }, historyCodeHash: historyCode?.hash(for: token),
      onSharedDevice: onSharedDevice)
    return FormLink(client: client, invite: invite, token: token, historyCode: historyCode)
  }
}
