import ArgumentParser
import Clinical
import JSON
import Records

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the whole installation, and say how to mend it.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console()
    let checkups =
      [DoctorChecks.content(), DoctorChecks.fonts(), DoctorChecks.disk()]
      + (await DoctorChecks.database(service: global.service)) + [DoctorChecks.daemon(console.environment)]
      + BackupLog(console.environment).checks
    var sheet = Sheet()
    for checkup in checkups {
      sheet.paragraph("\(checkup.subject): \(checkup.detail)", marker: checkup.sign)
      if let mend = checkup.mend { sheet.paragraph(mend, .cyan, marker: Inked("→", .cyan), indent: 2) }
    }
    try console.show(.array(checkups.map(\.json)), sheet)
    let faults = checkups.count { $0.verdict == .bad }
    if faults > 0 { throw CommandError(.failed, "\(faults.counted("thing")) to mend.") }
  }
}
