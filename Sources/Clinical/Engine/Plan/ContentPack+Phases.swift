extension ContentPack {
  /// Returns the items of a plan with no phase left out, so that there is something to do in the first one if there is in
  /// any: nobody is to be told to wait for a step while there is nothing before it. Advice counts from the start.
  package func closingUpPhases(of items: [PlanItem]) -> [PlanItem] {
    let waits = { (entry: PlanItem) in self.item(entry.item)?.isThingToDo ?? true }
    let phases = Set(items.filter(waits).map(\.phase)).sorted()
    return items.map { entry in
      var entry = entry
      entry.phase = waits(entry) ? 1 + (phases.firstIndex(of: entry.phase) ?? 0) : 1
      return entry
    }
  }
}
