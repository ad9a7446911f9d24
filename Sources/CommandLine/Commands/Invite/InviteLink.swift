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
      the form until it expires or is used.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("How long it works: 36h, 14d, 4w.", valueName: "period"))
  var expires: Period = .twoWeeks
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard let link = try await FormLink.make(for: client, expires, at: desk, console) else { return }
    try console.emit((console.isForPrograms ? link.json.text() : link.url) + "\n")
    link.explain(console)
  }
}

/// A link to the form. It is known only while it is made.
struct FormLink {
  let client: Client
  let invite: Invite
  let url: String

  /// - Returns: nil in a dry run, after saying what would be made.
  static func make(for reference: String, _ expires: Period, at desk: Desk, _ console: Console) async throws
    -> FormLink?
  {
    let client = try await desk.find(reference, console, writing: true)
    let expiresAt = Date(timeIntervalSinceNow: TimeInterval(expires.seconds))
    guard !console.dryRun else {
      try console.wouldDo("make a link for \(client.label) until \(Moment.local(expiresAt))")
      return nil
    }
    let site = try PublicSite(console.settings)
    let token = LinkToken()
    let accepted = try await desk.acceptedIntake(of: client.id)
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiresAt,
      contentVersion: try ShareDirectory.contentPack().version,
      prefill: try accepted.map { try token.seal($0.answers, for: .prefill) })
    return FormLink(client: client, invite: invite, url: site.form(token))
  }

  var json: JSON {
    [
      "id": .string("\(invite.id)"), "short_id": .string(invite.shortID), "client": .string("\(invite.client)"),
      "url": .string(url), "expires_at": JSON(invite.expiresAt),
    ]
  }

  func explain(_ console: Console) {
    console.note("For \(client.label), until \(Moment.local(invite.expiresAt)). It is shown only this once.")
    console.next("plumbline invite list", "who has opened theirs")
  }
}
