import ArgumentParser
import Clinical
import Foundation
import Records

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
    let client = try await desk.find(client, console, writing: true)
    let expiresAt = Date(timeIntervalSinceNow: TimeInterval(expires.seconds))
    guard !console.dryRun else {
      return try console.wouldDo("make a link for \(client.label) until \(Moment.local(expiresAt))")
    }
    let link = try await FormLink.make(for: client, until: expiresAt, at: desk, console)
    switch console.format {
    case .json, .jsonl: try console.emit(link.json.text() + "\n")
    default: try console.emit(link.url + "\n")
    }
    link.explain(client, console)
  }
}

/// A link to the form, in the one moment when it is known.
struct FormLink {
  let invite: Invite
  let url: String

  static func make(for client: Client, until expiresAt: Date, at desk: Desk, _ console: Console) async throws
    -> FormLink
  {
    let site = try PublicSite(console.environment)
    let token = LinkToken()
    let accepted = try await desk.acceptedIntake(of: client.id)
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiresAt,
      contentVersion: try ShareDirectory.contentPack().version,
      prefill: try accepted.map { try token.seal($0.answers, for: .prefill) })
    return FormLink(invite: invite, url: site.form(token))
  }

  var json: JSON {
    [
      "id": .string("\(invite.id)"), "short_id": .string(invite.shortID), "client": .string("\(invite.client)"),
      "url": .string(url), "expires_at": JSON(invite.expiresAt),
    ]
  }

  func explain(_ client: Client, _ console: Console) {
    console.note("For \(client.label), until \(Moment.local(invite.expiresAt)). It is shown only this once.")
    console.next("plumbline invite list", "who has opened theirs")
  }
}
