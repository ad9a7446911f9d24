import ArgumentParser

struct InviteGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite", abstract: "Links to the intake form.",
    subcommands: [
      InviteLink.self, InviteSend.self, InviteRemind.self, InviteQR.self, InviteList.self, InviteRevoke.self,
    ])
}
