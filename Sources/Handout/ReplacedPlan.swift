import Clinical

/// The plan that a new one takes the place of, and what is different.
package struct ReplacedPlan: Sendable {
  let issuedOn: CalendarDate
  let new: [String]
  let changed: [String]
  let gone: [String]

  /// Compares the items of two plans, each with the content that it was made with.
  package init(
    issuedOn: CalendarDate, _ before: [PlanItem], _ earlier: ContentPack, now: [PlanItem], _ content: ContentPack
  ) {
    self.issuedOn = issuedOn
    let kept = now.compactMap { item in before.first { $0.item == item.item }.map { (before: $0, now: item) } }
    new = now.filter { item in !kept.contains { $0.now.item == item.item } }
      .compactMap { content.item($0.item)?.title }
    changed = kept.filter {
      ($0.before.dose, $0.before.reasons, $0.before.phase) != ($0.now.dose, $0.now.reasons, $0.now.phase)
    }
    .compactMap { content.item($0.now.item)?.title }
    gone = before.filter { item in !kept.contains { $0.before.item == item.item } }
      .compactMap { earlier.item($0.item)?.title }
  }

  func block(_ words: any HandoutWords) -> Handout.Block {
    let lines = [(words.newItems, new), (words.changedItems, changed), (words.goneItems, gone)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: "; "))." }
    return .callout(
      title: words.replaces(planOf: issuedOn), lines: lines.isEmpty ? [words.sameItems] : lines, tone: .calm)
  }
}
