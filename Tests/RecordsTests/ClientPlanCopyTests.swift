import Clinical
import Testing

@testable import Records

/// In what order a client needs the parts of a plan.
@Suite struct ClientPlanCopyTests {
  private typealias Block = ClientPlanCopy.Block

  private func thing(_ number: Int, isLater: Bool) -> Block {
    .thing(
      .init(
        number: number, title: "Thing \(number)", dose: "", remarks: [], picture: nil, photo: nil, steps: [],
        afterwards: [], isLater: isLater))
  }

  private func copy(_ blocks: [Block]) throws -> ClientPlanCopy {
    ClientPlanCopy(
      title: "Plan", practice: "Stillwater", issuedOn: try #require(CalendarDate(iso: "2026-11-29")), blocks: blocks,
      text: "", pdf: "",
      checkIn: .init(
        items: [.init(id: "hc.a", title: "Thing 1"), .init(id: "hc.b", title: "Thing 2")], activities: [:]))
  }

  @Test func whatCannotWaitComesFirstThenHelpThenToday() throws {
    let (facts, lead) = (Block.facts([.init(label: "For", value: "Ana")]), Block.paragraph("In short"))
    let (call, alarm) = (Block.help(title: "Get help", lines: []), Block.warning(title: "Today", lines: []))
    let care = Block.warning(title: "Go easy", lines: [])
    let (why, todo, later) = (
      Block.heading(level: 2, "Why"), Block.heading(level: 2, "To do"), Block.heading(level: 2, "Later")
    )
    let paper = [
      facts, alarm, lead, why, .paragraph("Because"), todo, care, thing(1, isLater: false), later, call,
      thing(2, isLater: true),
    ]
    let (first, then) = try copy(paper).byNeed
    #expect(first == [alarm])
    #expect(
      then == [
        call, lead, todo, thing(1, isLater: false), care, why, .paragraph("Because"), later, thing(2, isLater: true),
        facts,
      ])
    #expect(Set(first + then) == Set(paper) && first.count + then.count == paper.count, "nothing is left out or twice")
  }

  @Test func leftOutIsWhatIsPausedAndOnThePlan() throws {
    #expect(try copy([]).checkIn.leftOut(["hc.b", "hc.gone"]).map(\.title) == ["Thing 2"])
    #expect(try copy([]).checkIn.leftOut([]).isEmpty)
  }
}
