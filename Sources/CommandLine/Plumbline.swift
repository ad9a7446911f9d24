import ArgumentParser

/// The root command.
struct Plumbline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumbline",
    abstract: "Client intake, postural evaluation and home-care plans for massage therapists.",
    discussion: """
      A day:  plumbline intake list --to-review
              plumbline intake show ana
              plumbline evaluation new ana --from-json findings.json
              plumbline plan new ana
      Topics of plumbline help: \(HelpTopic.allCases.map(\.rawValue).joined(separator: ", "))
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Everyday", subcommands: [TodayCommand.self, Find.self, Undo.self]),
      CommandGroup(
        name: "Clients and intakes",
        subcommands: [ClientGroup.self, InviteGroup.self, IntakeGroup.self, OutboxGroup.self]),
      CommandGroup(
        name: "Care",
        subcommands: [
          SessionCommand.self, EvaluationGroup.self, VisitGroup.self, PlanGroup.self, CheckInGroup.self, ItemGroup.self,
          Assess.self,
        ]),
      CommandGroup(
        name: "Records",
        subcommands: [ReportGroup.self, AuditGroup.self, ExportGroup.self, ImportGroup.self, Whoami.self]),
      CommandGroup(
        name: "Practice",
        subcommands: [PracticeGroup.self, PractitionerGroup.self, FormGroup.self, ContentGroup.self]),
      CommandGroup(
        name: "Installation",
        subcommands: [
          Setup.self, MigrateGroup.self, ErasuresGroup.self, Login.self, Doctor.self, ConfigGroup.self, Completion.self,
          VersionCommand.self,
        ]),
    ])
}
