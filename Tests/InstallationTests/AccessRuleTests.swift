import Installation
import Testing

/// PostgreSQL applies the first rule that matches, so the rules above a rule matter as much as the rule itself.
@Suite struct AccessRuleTests {
  private static let admit = AccessRule(type: "local", database: "plumbline", users: ["plumbline_door"], how: "peer")
  private static let reject = AccessRule(type: "local", database: "plumbline", users: ["all"], how: "reject")
  private static let everyone = AccessRule(type: "local", database: "all", users: ["all"], how: "peer")

  @Test(arguments: [
    [admit, reject], [admit, reject, everyone],
    [AccessRule(type: "host", database: "all", users: ["all"], how: "all scram-sha-256"), admit, reject],
    [AccessRule(type: "local", database: "billing", users: ["all"], how: "trust"), admit, reject],
    [admit, AccessRule(type: "local", database: "billing", users: ["all"], how: "trust"), reject],
  ])
  func areInForceWithNothingAboveThatDecides(file: [AccessRule]) {
    #expect([Self.admit, Self.reject].isInForce(in: file))
  }

  @Test(arguments: [
    [], [admit], [reject, admit], [everyone, admit, reject], [admit, everyone, reject],
    [AccessRule(type: "local", database: "all", users: ["plumbline_door"], how: "trust"), admit, reject],
    [AccessRule(type: "local", database: "/^plumb", users: ["plumbline_door"], how: "trust"), admit, reject],
  ])
  func areNotInForceWhereAnotherMayDecide(file: [AccessRule]) {
    #expect(![Self.admit, Self.reject].isInForce(in: file))
  }

  @Test func aRuleIsALineOfTheFile() {
    #expect(Self.admit.line == "local plumbline plumbline_door peer")
  }
}
