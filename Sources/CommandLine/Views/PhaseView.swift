import Care
import Clinical
import JSON
import Records

extension Reasoning {
  /// The phases that items are in, in order.
  func phases(of items: [PlanItem]) -> [Int] { Set(items.map(\.phase)).sorted() }

  /// Returns what to do in each phase, with the conditions to go on to it and to go back from it.
  func phasesJSON(of items: [PlanItem]) -> JSON {
    .array(
      phases(of: items).map { phase in
        let ids = pack.thingsToDo(in: items, phase: phase).map(\.id.rawValue)
        let conditions = phase == 1 ? nil : pack.drafting.phases
        return [
          "phase": .integer(phase), "items": JSON(ids), "go_on": JSON(conditions?.goOn),
          "go_back": JSON(conditions?.goBack),
        ]
      })
  }

  func heading(of phase: Int, among items: [PlanItem]) -> String {
    let count = pack.thingsToDo(in: items, phase: phase).count
    let things = "\(count.counted("thing")) to do"
    guard phase == 1 else {
      return "Phase \(phase), \(things), when: \(pack.drafting.phases?.goOn ?? "the client is ready")"
    }
    let minutes = pack.load(of: items).minutesADay
    let beside = items.count { $0.phase == 1 } - count
    return "Phase 1, \(things)" + (minutes == 0 ? "" : ", about \(minutes.counted("minute")) a day")
      + (beside > 0 ? "; \(beside) beside \(count == 1 ? "it" : "them")" : "")
  }

  /// Returns what makes it unlikely that the client follows the plan.
  func warnings(about plan: Plan) -> [String] {
    let load = pack.load(of: plan.items)
    return [
      load.isTooManyThings
        ? "\(load.things) things to do at a time: more than \(PlanLoad.mostThings) are rarely done." : nil,
      load.isTooLong
        ? "It asks for about \(load.minutesADay) minutes a day: more than \(PlanLoad.mostMinutes) are rarely kept up."
        : nil,
    ].compactMap(\.self)
  }
}
