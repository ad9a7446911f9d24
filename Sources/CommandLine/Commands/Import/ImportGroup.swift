import ArgumentParser

struct ImportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Arrive with what you have: the practice, a client.",
    discussion: "A list of clients from another system: plumbline client import.",
    subcommands: [ImportPractice.self, ImportClient.self, ImportFHIR.self])
}
