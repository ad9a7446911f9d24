import Clinical

/// The items of a plan in the order of printing: what to do now and later, whom to see, what to know.
struct PlanEntries {
  struct Entry {
    /// Things to do are numbered through the whole plan; 0 for the others.
    var number = 0
    let entry: PlanItem
    let item: HomeCareItem
  }

  let now: [Entry]
  let later: [(phase: Int, entries: [Entry])]
  let asking: [Entry]
  let knowing: [Entry]
  /// The items whose steps are the signs to get help for.
  let helpSigns: [Entry]

  init(_ items: [PlanItem], in content: ContentPack) {
    let known = content.closingUpPhases(of: items).compactMap { entry in
      content.prescribed(entry).map { Entry(entry: entry, item: $0) }
    }
    var doing = known.filter(\.item.isThingToDo).enumerated().sorted {
      ($0.1.entry.phase, $0.0) < ($1.1.entry.phase, $1.0)
    }
    .map(\.element)
    for index in doing.indices { doing[index].number = index + 1 }
    now = doing.filter { $0.entry.phase == 1 }
    later = Set(doing.map(\.entry.phase)).subtracting([1]).sorted().map { phase in
      (phase, doing.filter { $0.entry.phase == phase })
    }
    asking = known.filter(\.item.isReferral)
    let advice = known.filter { !$0.item.isThingToDo && !$0.item.isReferral }
    helpSigns = advice.filter(\.item.core)
    knowing = advice.filter { !$0.item.core }
  }

  /// The stop signs of two or more things to do, which are printed once for all of them.
  var sharedStopSigns: [String] {
    let signs = (now + later.flatMap(\.entries)).flatMap(\.item.stopIf)
    var seen: Set<String> = []
    return signs.filter { sign in signs.count { $0 == sign } > 1 && seen.insert(sign).inserted }
  }
}
