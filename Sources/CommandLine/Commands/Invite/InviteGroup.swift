import ArgumentParser

struct InviteGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Links to the intake form.",
    subcommands: [InviteLink.self, InviteList.self, InviteRevoke.self])
}
