import ArgumentParser
import Clinical
import JSON
import Records

struct InviteRevoke: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Make links stop working.")

  @Argument(help: "Ids or short ids of invitations.")
  var invites: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await desk.perform(dryRun: console.dryRun) {
      for invite in invites { try await desk.revokeInvite(invite) }
    }
    guard !console.dryRun else { return try console.wouldDo("revoke \(invites.joined(separator: ", "))") }
    try console.say(["revoked": JSON(invites)], "Revoked: \(invites.joined(separator: ", ")).")
  }
}
