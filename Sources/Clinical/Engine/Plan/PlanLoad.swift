/// What the first phase of a plan asks of a client.
package struct PlanLoad: Sendable {
  /// Above these, a plan is rarely followed: more things to do at a time (Henry 1999; Bachmann 2018), more minutes a day
  /// (own judgement).
  package static let mostThings = 4
  package static let mostMinutes = 15

  /// The number of things to do.
  package let things: Int
  /// The minutes on a day on which all of them are done.
  package let minutesADay: Int

  package var isTooManyThings: Bool { things > Self.mostThings }
  package var isTooLong: Bool { minutesADay > Self.mostMinutes }
}

extension ContentPack {
  /// Returns what there is to do in a phase, each with the dose that the client is to follow; advice is not among them.
  package func thingsToDo(in items: [PlanItem], phase: Int) -> [HomeCareItem] {
    items.filter { $0.phase == phase }.compactMap(prescribed).filter(\.isThingToDo)
  }

  /// Returns what a plan asks of the client to begin with.
  package func load(of items: [PlanItem]) -> PlanLoad {
    let things = thingsToDo(in: items, phase: 1)
    return PlanLoad(things: things.count, minutesADay: things.minutesADay)
  }
}
