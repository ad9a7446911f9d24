import ArgumentParser
import Clinical
import Foundation
import Installation
import JSON
import Records
import Sealing

struct InviteLink: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Make a link to the intake form.",
    discussion: """
      The link is shown once: only its fingerprint is stored. Give it to the client as you like; who holds it can fill \
      the form until it expires or is used. What the client answered before opens only with the birth date on record, \
      or with a code that is shown here. After five wrong tries make a new link; a wrong birth date on record is \
      corrected with plumbline client edit.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("How long it works: 36h, 14d, friday.", valueName: "period"))
  var expires: Period = .twoWeeks
  @Flag(help: "For a device that others use too: it keeps nothing of the form after Send.")
  var here = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await FormLink.make(for: client, expires, here: here, at: desk, console) { link in
      try console.deliver(link.json, orText: link.url, "link")
    }
  }
}

/// A link to the form. It is known only while it is made.
struct FormLink {
  let client: Client
  let invite: Invite
  let token: LinkToken
  let url: String
  /// Opens what the client answered before, beside the birth date on record; nil when they answered nothing yet.
  let historyCode: ResumeCode?

  /// Makes a link and shows it; one that could not be shown is not made. A dry run says what would be made.
  ///
  /// - Parameter here: whether the form is filled in on a device that others use too.
  static func make(
    for reference: String, _ expires: Period, here: Bool, at desk: Desk, _ console: Console,
    show: (FormLink) throws -> Void
  ) async throws {
    let client = try await desk.find(reference, console, writing: true)
    guard !console.dryRun else {
      let expiresAt = try expires.end
      try console.wouldDo("make a link for \(client.label) until \(Moment.local(expiresAt))")
      return console.tellOfOpen(try await desk.openInvites(of: client.id))
    }
    let making = try await FormLinkMaking(client, expires, here: here, at: desk, console)
    let link = try await desk.transaction {
      let link = try await making.make()
      try show(link)
      return link
    }
    link.explain(console)
    console.tellOfOpen(making.open)
  }

  var json: JSON {
    [
      "id": .string("\(invite.id)"), "short_id": .string(invite.shortID), "client": .string("\(invite.client)"),
      "url": .string(url), "expires_at": JSON(invite.expiresAt),
      "history_code": historyCode.map { .string($0.text) } ?? .null,
    ]
  }

  private func explain(_ console: Console) {
    console.note("For \(client.label), until \(Moment.local(invite.expiresAt)). It is shown only this once.")
    explainHistory(console)
    console.next("plumbline invite list", "who has opened theirs")
  }

  func explainHistory(_ console: Console) {
    guard let historyCode else { return }
    console.note(
      """
      What they answered before opens with their birth date on record, or with the code \(historyCode.text): \
      tell it by another way than the link.
      """)
  }
}

/// What is known before a link is made, so that making it is one transaction.
struct FormLinkMaking {
  let client: Client
  let expiresAt: Date
  private let here: Bool
  private let site: PublicSite
  private let desk: Desk
  private let earlier: EarlierForm?
  private let version: String
  /// The invites that the client still has.
  let open: [Invite]

  init(_ client: Client, _ expires: Period, here: Bool, at desk: Desk, _ console: Console) async throws {
    self.client = client
    self.here = here
    self.desk = desk
    expiresAt = try expires.end
    site = try PublicSite(console.settings)
    earlier = try await desk.intakeToRepeat(of: client.id)?.earlierForm
    version = try ShareDirectory.contentVersion()
    open = try await desk.openInvites(of: client.id)
  }

  func make() async throws -> FormLink {
    let token = LinkToken()
    let historyCode = earlier.map { _ in ResumeCode() }
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiresAt, contentVersion: version,
      prefill: try earlier.map { try token.seal($0, for: .prefill) }, historyCodeHash: historyCode?.hash(for: token),
      onSharedDevice: here)
    return FormLink(client: client, invite: invite, token: token, url: site.form(token), historyCode: historyCode)
  }
}

extension Console {
  /// Says which links a client has beside the new one, since each of them still takes a form.
  func tellOfOpen(_ invites: [Invite]) {
    guard let first = invites.first else { return }
    let ids = invites.map(\.shortID).joined(separator: " ")
    let others = invites.count == 1 ? "another link that still works" : "\(invites.count) other links that still work"
    warn(
      "\(first.clientName) has \(others); plumbline invite revoke \(ids) ends \(invites.count == 1 ? "it" : "them").")
  }
}
