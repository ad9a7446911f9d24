import ArgumentParser

struct FormGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "The intake form: its questions.",
    subcommands: [FormList.self, FormShow.self, FormCheck.self, FormPrint.self])
}
