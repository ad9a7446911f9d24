/// What every question of the form, and every choice of it, changes.
package struct ContentCoverage: Sendable {
  package enum Effect: String, Sendable, CaseIterable, Comparable {
    case triage, item, hypothesis, measure, form, session, contact, evaluation, consent, record

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package struct Entry: Sendable {
    package let question: Question
    /// What some answer to it changes.
    package let effects: [Effect]
    /// The choices that no rule reads, with the reason for asking; nil: no reason is written.
    package let unread: [(choice: Question.Choice, why: String?)]
    /// The choices that a red flag, a contraindication or an alert reads.
    let guarded: BitSet
  }

  package let entries: [Entry]

  /// The choices that change nothing and have no written reason.
  package var unexplained: Int { entries.reduce(0) { $0 + $1.unread.count { $0.why == nil } } }

  package init(_ pack: ContentPack) {
    let readers = Readers(pack)
    entries = pack.questions.indices.filter { !pack.questions[$0].retired }.map { Entry($0, pack, readers) }
  }
}

/// Which rules of a pack read a question and its choices.
private struct Readers {
  struct Reader {
    let effect: ContentCoverage.Effect
    let guards: Bool
    let nodes: [Rule.Node]
    /// The questions that it reads, also through the values that are derived from them.
    let slots: Set<Slot>
  }

  private let all: [Reader]

  init(_ pack: ContentPack) {
    let derivation = pack.book.derivation
    func reader(_ effect: ContentCoverage.Effect, _ rule: Rule?, guards: Bool = false) -> Reader? {
      rule.map { rule in
        Reader(
          effect: effect, guards: guards, nodes: rule.nodes,
          slots: Set(rule.questionSlots.flatMap(derivation.sources)))
      }
    }
    var all = pack.redFlags.compactMap { reader(.triage, $0.when, guards: true) }
    all += pack.talkingPoints.compactMap { reader(.triage, $0.when, guards: true) }
    for item in pack.items {
      all += item.contraindications.compactMap { reader(.item, $0.when, guards: true) }
      all += [reader(.item, item.usesWhen, guards: true)].compactMap { $0 }
    }
    for hypothesis in pack.hypotheses {
      all += ([hypothesis.requires] + hypothesis.rules.map(\.when)).compactMap { reader(.hypothesis, $0) }
      all += hypothesis.suggests.compactMap { reader(.item, $0.when) }
    }
    all += pack.questions.compactMap { reader(.form, $0.showIf) }
    all += pack.stages.compactMap { reader(.form, $0.offeredIf) }
    self.all = all
  }

  func readers(of slot: Slot) -> [Reader] {
    all.filter { $0.slots.contains(slot) }
  }
}

extension ContentCoverage.Entry {
  fileprivate init(_ slot: Slot, _ pack: ContentPack, _ all: Readers) {
    question = pack.questions[slot]
    let readers = all.readers(of: slot)
    var effects = Set(readers.map(\.effect))
    if question.isFreeText { effects.insert(.triage) }
    let id = question.id.rawValue
    if pack.measures.contains(where: { $0.askedBy.contains(id) }) { effects.insert(.measure) }
    if let serves = question.unread.flatMap({ ContentCoverage.Effect(rawValue: $0.serves) }) { effects.insert(serves) }
    if effects.isEmpty { effects.insert(Self.purposes[question.section.rawValue] ?? .record) }
    self.effects = effects.sorted()
    var read: BitSet = 0
    var guarded: BitSet = 0
    for reader in readers {
      for case .chosen(slot, let among) in reader.nodes {
        read |= among
        if reader.guards { guarded |= among }
      }
    }
    self.guarded = guarded
    unread = question.choices.enumerated().compactMap { [question] index, choice in
      guard !read.contains(index: index), !choice.isAbsence, !choice.retired else { return nil }
      return (choice, choice.unread ?? question.unread?.why)
    }
  }

  /// What the sections of the form are for.
  private static let purposes: [String: ContentCoverage.Effect] = [
    "contact": .contact, "consent": .consent, "session": .session,
  ]
}

extension Question.Choice {
  /// Whether it says that there is nothing: no, none or never.
  var isAbsence: Bool { exclusive || ["no", "none", "never"].contains(id.rawValue) }
}
