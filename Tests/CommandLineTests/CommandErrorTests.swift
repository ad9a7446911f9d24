import Records
import Testing

@testable import CommandLine

@Suite struct CommandErrorTests {
  @Test(arguments: [
    (Refusal.notFound(kind: "client"), ExitStatus.notFound), (.notAllowed("no"), .notAllowed),
    (.conflict("no"), .changed),
    (.blocked("no"), .refused), (.expired("no"), .notFound), (.invalid("no"), .usage),
  ])
  func everyRefusalHasItsExitStatus(refusal: Refusal, status: ExitStatus) {
    #expect(CommandError(refusal).status == status)
  }

  @Test func aDatabaseThatIsAwayIs69() {
    let error = CommandError(Fault(reference: "r1", sqlState: nil, unreachable: true))
    #expect(error.status == .unavailable)
    #expect(error.next.joined().contains("plumbline doctor"))
  }

  @Test(arguments: [
    (["clinet"], "plumbline client"), (["client", "lst"], "plumbline client list"), (["pla"], "plumbline plan"),
    (["intake", "shwo", "k7f3"], "plumbline intake show"),
  ])
  func suggestsTheCommandThatWasMeant(arguments: [String], suggestion: String) throws {
    let unknown = try #require(UnknownCommand.first(in: arguments))
    #expect(unknown.error.status == .usage)
    #expect(unknown.error.next.contains(suggestion))
  }

  @Test func knowsEveryCommandOfTheTree() {
    #expect(UnknownCommand.first(in: ["client", "list", "--json"]) == nil)
    #expect(UnknownCommand.first(in: ["--help"]) == nil)
  }

  @Test func anErrorEndsWithTheThingToDo() {
    let error = CommandError(.notFound, "no client matches “x”.", why: "Near: y", next: "plumbline client list")
    #expect(
      error.text(width: 80, colour: false)
        == "plumbline: no client matches “x”.\n  Near: y\n  Next: plumbline client list\n")
  }
}
