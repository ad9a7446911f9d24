import ArgumentParser

struct AuditGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Who did what, and who looked.",
    subcommands: [AuditList.self, AuditWho.self, AuditVerify.self, AuditHeadCommand.self])
}
