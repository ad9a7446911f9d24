import ArgumentParser

/// The tree of commands.
struct Plumbline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumbline",
    abstract: "Client intake, postural evaluation and home-care plans for massage therapists.",
    discussion: """
      A day:  plumbline intake list --to-review
              plumbline intake show ana
              plumbline evaluation new ana --from-json findings.json
              plumbline plan new ana
      Topics: plumbline help \(HelpTopic.allCases.map(\.rawValue).joined(separator: " | "))
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Clients and intakes", subcommands: [ClientGroup.self, InviteGroup.self, IntakeGroup.self]),
      CommandGroup(name: "Care", subcommands: [EvaluationGroup.self, PlanGroup.self, Assess.self, FormGroup.self]),
      CommandGroup(name: "Records", subcommands: [AuditGroup.self, Whoami.self]),
      CommandGroup(
        name: "Operator",
        subcommands: [
          MigrateGroup.self, PracticeGroup.self, PractitionerGroup.self, Doctor.self, Completion.self,
          VersionCommand.self,
        ]),
    ])
}
