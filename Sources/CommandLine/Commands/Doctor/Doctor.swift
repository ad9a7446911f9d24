import ArgumentParser
import Clinical
import JSON
import Records

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the whole installation, and say how to fix it.")

  @Flag(help: "Also send a mail to the address that mail comes from, through the machine's mail system.")
  var mail = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console()
    let diagnostics =
      [DoctorChecks.content(), DoctorChecks.fonts(), DoctorChecks.disk()]
      + (await DoctorChecks.database(service: global.connection)) + [DoctorChecks.daemon(console.settings)]
      + BackupLog(in: console.settings.backups).checks + (mail ? [MailCheck(console.settings).send()] : [])
    var report = Report()
    for diagnostic in diagnostics {
      report.paragraph("\(diagnostic.subject): \(diagnostic.detail)", marker: diagnostic.sign)
      if let fix = diagnostic.fix { report.paragraph(fix, .cyan, marker: StyledText("→", .cyan), indent: 2) }
    }
    try console.show(.array(diagnostics.map(\.json)), report)
    let faults = diagnostics.count { $0.verdict == .bad }
    if faults > 0 { throw CommandError(.failed, "\(faults.counted("thing")) to fix.") }
  }
}
