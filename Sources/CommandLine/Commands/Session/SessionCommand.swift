import ArgumentParser
import Care
import Clinical
import Records

struct SessionCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "The visit of a returning client in one go: flags, findings, plan, paper, notes.",
    discussion: """
      It shows what is new since the last visit and goes through the steps; Enter takes what each proposes. An answer is \
      kept as soon as it is given, so that Ctrl-C loses none: the next time it goes on from there. Each step names the \
      command that does it alone. Without a terminal it shows the steps and does nothing.
      Only look: plumbline session k7f3 --json
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let opening = try await SessionOpening(for: client, at: desk)
    guard console.mayAsk, !console.isForPrograms else { return try console.show(opening.json, opening.report) }
    try await SessionWalk(desk: desk, console: console, client: client).run(opening)
  }
}
