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
    let site = try PublicSite(console.environment)
    let token = LinkToken()
    let pack = try ShareDirectory.contentPack()
    let invite = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: expiresAt, contentVersion: pack.version,
      prefill: try await desk.acceptedIntake(of: client.id).map { try token.seal($0.answers, for: .prefill) })
    let json: JSON = [
      "id": .string(invite.id.description), "short_id": .string(invite.shortID),
      "client": .string(client.id.description),
      "url": .string(site.form(token)), "expires_at": JSON(invite.expiresAt),
    ]
    switch console.format {
    case .json, .jsonl: try console.emit(json.text() + "\n")
    default: try console.emit(site.form(token) + "\n")
    }
    console.note("For \(client.label), until \(Moment.local(invite.expiresAt)). It is shown only this once.")
    console.next("plumbline invite list", "who has opened theirs")
  }
}
