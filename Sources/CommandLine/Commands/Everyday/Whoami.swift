import ArgumentParser
import Clinical
import JSON
import Records

struct Whoami: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "whoami", abstract: "Who the database takes you for.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    do {
      try show(try await desk.whoAmI(), console)
    } catch Refusal.notAllowed(let sentence) {
      let practices = Operator(desk.database)
      guard let count = try? await practices.practices().count else { throw Refusal.notAllowed(sentence) }
      try console.say(
        ["operator": true, "practices": .integer(count)],
        "The operator, of \(count.counted("practice")): manages practices and logins, and sees no client.", sign: "·")
    }
  }

  private func show(_ me: Practitioner, _ console: Console) throws {
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
