import ArgumentParser
import Care
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
    try printing.print(try await RecordHandouts(at: desk).intake(intake), console)
  }
}
