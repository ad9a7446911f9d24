import ArgumentParser
import Clinical
import Records

struct InviteRevoke: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Make links stop working.")

  @Argument(help: "Ids or short ids of invitations.")
  var invites: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard !console.dryRun else {
      let known = try await desk.invites().flatMap { [$0.shortID, "\($0.id)"] }
      guard Set(known).isSuperset(of: invites) else { throw Refusal.notFound(kind: "invite") }
      return try console.wouldDo("revoke \(invites.joined(separator: ", "))")
    }
    for invite in invites { try await desk.revokeInvite(invite) }
    try console.say(["revoked": JSON(invites)], "Revoked: \(invites.joined(separator: ", ")).")
  }
}
