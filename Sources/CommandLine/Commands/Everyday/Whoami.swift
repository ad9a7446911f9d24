import ArgumentParser
import Clinical
import JSON
import Records

struct Whoami: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "whoami", abstract: "Who the database takes you for.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let me = try await desk.whoAmI()
    var report = Report()
    report.title(StyledText(me.displayName, .bold), StyledText(me.practiceName))
    report.fact("Role", me.isOwner ? "owner: sees every client of the practice" : "therapist: sees their own clients")
    try console.show(
      [
        "id": .string("\(me.id)"), "name": .string(me.displayName), "practice": .string(me.practiceName),
        "owner": .bool(me.isOwner),
      ], report)
  }
}
