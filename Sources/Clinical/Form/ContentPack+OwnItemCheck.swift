extension ContentPack {
  /// The most that each amount of an own item's dose may be. Our own judgement.
  private static let most: [Dose.Amount: Int] = [
    .sets: 5, .minutes: 60, .weeks: 26, .repeats: 30, .holdSeconds: 120, .timesADay: 12, .daysAWeek: 7,
  ]
  private static let (mostSteps, longestLine, longestTitle) = (8, 200, 80)

  /// Returns what is wrong with an item that a practice wrote, in words; nothing if it can be kept.
  package func faults(of item: OwnItem) -> [String] {
    guard let rules = ownItems else { return ["this content knows no kinds of load"] }
    let lines = item.steps + item.stopIf
    let isSlug = item.id.rawValue.wholeMatch(of: /own\.[a-z0-9_]{1,40}/) != nil
    let loads = rules.loads.map { "\($0.id) (\($0.label))" }.joined(separator: "; ")
    let places = Set(regions.map(\.id.rawValue) + groups.map(\.id.rawValue))
    let checks: [(isWrong: Bool, words: String)] = [
      (!isSlug, "its id: own. and up to 40 of a to z, 0 to 9 and _"),
      (item.title.isBlank || item.title.count > Self.longestTitle, "the title: 1 to \(Self.longestTitle) letters"),
      (item.steps.isEmpty || item.steps.count > Self.mostSteps, "the steps: 1 to \(Self.mostSteps), a line each"),
      (
        lines.contains { $0.isBlank || $0.count > Self.longestLine }, "a step or sign: 1 to \(Self.longestLine) letters"
      ),
      (
        ([item.title] + lines).contains { $0.unicodeScalars.contains(where: \.breaksLine) },
        "the title, a step or a sign: no control characters"
      ),
      (!rules.categories.contains(item.category), "the kind: one of \(rules.categories.joined(separator: ", "))"),
      (
        item.dose[.timesADay] == nil || item.dose[.daysAWeek] == nil,
        "the dose: how many times a day, on how many days a week"
      ),
      (item.dose[.repeats] == nil && item.dose[.minutes] == nil, "the dose: how many repeats, or how many minutes"),
    ]
    return checks.filter(\.isWrong).map(\.words)
      + item.loads.filter { name in !rules.loads.contains { $0.id == name } }.map { "the load \($0): one of \(loads)" }
      + item.regions.filter { !places.contains($0) }.map { "the region \($0): not on the body chart" }
      + item.causes.filter { hypothesis($0) == nil }.map { "the cause \($0): not in the content" }
      + item.dose.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { amount, value in
        let bounds = 1...(Self.most[amount] ?? 1)
        return bounds.contains(value) ? nil : "\(amount.rawValue): \(bounds.lowerBound) to \(bounds.upperBound)"
      }
  }
}
