import Testing

@testable import CommandLine
@testable import Records

/// Where `today` names each client, and what it says of them there.
@Suite struct NeedsByClientTests {
  private let ids = Dictionary(uniqueKeysWithValues: "ABCDEFG".map { (String($0), Client.ID.new()) })

  /// - Parameter clients: a name for each record, and behind a colon what there is to say.
  private func need(
    _ key: String, _ clients: [String], isListed: Bool = false, metWith: String? = nil
  ) throws -> WordedNeed {
    let waiting = try clients.map { client in
      let parts = client.split(separator: ":").map(String.init)
      return WaitingClient(
        client: try #require(ids[parts[0]]), name: parts[0], words: parts.count > 1 ? parts[1] : "")
    }
    return WordedNeed(
      key: key, count: clients.count, one: key, many: key, clients: waiting, isListed: isListed, isMetWith: metWith,
      next: "")
  }

  @Test func aClientOfWhomSomethingIsHiddenIsNamedWhereItIsSeen() throws {
    let groups = NeedsByClient([
      try need("flags", ["A", "B", "C", "D", "E"]), try need("nothing", []),
      try need("intakes", ["A", "E"], metWith: "flags"), try need("plans", ["A", "F"]), try need("visits", ["A", "B"]),
    ]).groups
    #expect(
      groups.map(\.lines) == [
        ["A; also: plans, visits", "B; also: visits", "C", "D", "and 1 more"], ["E", "and 1 named above"],
        ["F", "and 1 named above"], ["named above"],
      ])
  }

  /// They may be why to call: a wish, a refused consent, who opened the client, how urgent a flag is.
  @Test func whatSaysMoreThanTheNameIsSaidOfWhoIsNamedAlready() throws {
    let groups = NeedsByClient([
      try need("checkins", ["A:Stop."], isListed: true), try need("wishes", ["A:asks to be called"], isListed: true),
      try need("refusals", ["A:treatment refused", "B:treatment refused"]),
      try need("flags", ["A:urgent", "C:caution"]), try need("visits", ["A", "B"]),
    ]).groups
    #expect(
      groups.map(\.lines) == [
        ["A: Stop.; also: wishes, refusals, flags, visits"], ["A: asks to be called"],
        ["A (treatment refused)", "B (treatment refused); also: visits"], ["A (urgent)", "C (caution)"],
        ["named above"],
      ])
  }

  @Test func twoClientsOfOneNameAreTwo() throws {
    let twins = [Client.ID.new(), .new()]
    let shortIDs = [twins[0]: "k7f3", twins[1]: "m2p9"]
    func need(_ key: String, _ waiting: [WaitingClient]) -> WordedNeed {
      WordedNeed(key: key, count: waiting.count, one: key, many: key, clients: waiting, next: "")
    }
    let groups = NeedsByClient(
      [
        need("flags", [WaitingClient(client: twins[0], name: "Ana", words: "urgent")]),
        need("visits", twins.map { WaitingClient(client: $0, name: "Ana") }),
      ], shortIDs: shortIDs
    ).groups
    #expect(groups.map(\.lines) == [["Ana k7f3 (urgent); also: visits"], ["Ana m2p9", "and 1 named above"]])
    let both = NeedsByClient([need("visits", twins.map { WaitingClient(client: $0, name: "Ana") })], shortIDs: shortIDs)
    #expect(both.groups.map(\.lines) == [["Ana k7f3", "Ana m2p9"]])
  }

  @Test func aClientOfSeveralRecordsIsNamedOnce() throws {
    let groups = NeedsByClient([
      try need("visits", ["A", "B", "A"]), try need("forms", ["C:opened", "C:started", "C:opened"]),
      try need("wishes", ["D:wants a copy", "D:asks to be called"], isListed: true),
    ]).groups
    #expect(
      groups.map(\.lines) == [
        ["A ×2", "B"], ["C (opened ×2, started)"], ["D: wants a copy; asks to be called"],
      ])
  }

  /// Names alone stand on one line, however many more there are.
  @Test func namesStandOnOneLineUnlessMoreIsSaid() throws {
    let groups = NeedsByClient([
      try need("visits", ["A", "B", "C", "D", "E", "F", "G"]), try need("plans", ["E:paused"]),
      try need("forms", ["A"]),
    ]).groups
    #expect(groups.map(\.isListed) == [true, false, false])
    let names = NeedsByClient([try need("visits", ["A", "B", "C", "D", "E"])]).groups
    #expect(names.map(\.lines) == [["A", "B", "C", "D", "and 1 more"]] && names.map(\.isListed) == [false])
  }
}
