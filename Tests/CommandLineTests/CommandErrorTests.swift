import Records
import Testing

@testable import CommandLine

@Suite struct CommandErrorTests {
  @Test(
    arguments: [
      (Refusal.notFound(kind: "client"), 3), (.notAllowed("no"), 4), (.conflict("no"), 6), (.blocked("no"), 5),
      (.invalid("no"), 64),
    ] as [(Refusal, Int32)])
  func everyRefusalHasItsExitStatus(refusal: Refusal, status: Int32) {
    #expect(CommandError(refusal).status.rawValue == status)
  }

  @Test(arguments: [
    "client", "evaluation", "share", "invite", "intake", "flag", "plan", "document", "template", "practice",
    "practitioner", "something else",
  ])
  func whatIsNotFoundIsLookedForWithACommandThatIsThere(kind: String) throws {
    let next = try #require(CommandError(Refusal.notFound(kind: kind)).next.first)
    #expect(UnknownCommand.first(in: next.split(separator: " ").dropFirst().map(String.init)) == nil, "\(next)")
  }

  @Test func aDatabaseThatIsAwayIs69() {
    let error = CommandError(Fault(unreachable: true))
    #expect(error.status.rawValue == 69)
    #expect(error.next.joined().contains("plumbline doctor"))
  }

  @Test(arguments: [
    (["clinet"], "plumbline client"), (["clinet", "list"], "plumbline client list"),
    (["client", "lst"], "plumbline client list"), (["pla"], "plumbline plan"),
    (["intake", "shwo", "k7f3"], "plumbline intake show"),
  ])
  func suggestsTheCommandThatWasMeant(arguments: [String], suggestion: String) throws {
    let unknown = try #require(UnknownCommand.first(in: arguments))
    #expect(unknown.error().status == .usage)
    #expect(unknown.error().next.contains(suggestion))
  }

  @Test func knowsEveryCommandOfTheTree() {
    #expect(UnknownCommand.first(in: ["client", "list", "--json"]) == nil)
    #expect(UnknownCommand.first(in: ["--help"]) == nil)
  }

  @Test func helpOnAnUnknownTopicListsThem() throws {
    let error = try #require(UnknownCommand.first(in: ["topics"])).error(inHelp: true)
    #expect(error.why.contains("Topics: exit-codes, environment, formatting"))
  }

  @Test func anErrorEndsWithTheThingToDo() {
    let error = CommandError(.notFound, "no client matches “x”.", why: "Near: y", next: "plumbline client list")
    #expect(
      error.text(width: 80, colour: false)
        == "plumbline: no client matches “x”.\n  Near: y\n  Next: plumbline client list\n")
  }
}
