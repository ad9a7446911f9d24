import ArgumentParser
import Care
import Clinical
import Handout
import Records

struct IntakePrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "The whole intake on paper, red flags first.",
    discussion: "Example: plumbline intake print k7f3 -o intake.pdf")

  @Argument(help: .intake, completion: .intakes)
  var intake: String
  @OptionGroup var printing: PrintOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let intake = try await desk.findIntake(intake, console)
    let source = IntakeSource(
      practiceName: try await desk.whoAmI().practiceName, clientName: intake.clientName,
      submittedOn: try .local(intake.submittedAt), state: intake.state.rawValue, massage: intake.massage,
      flags: intake.flags.map { flag in
        .init(id: flag.flag, handled: flag.action.map { "Acknowledged: \($0). \(flag.note ?? "")" })
      }, answers: intake.answers)
    let pack = try await desk.content(intake.contentVersion)
    try printing.print(Handout(source, content: pack), console)
  }
}
