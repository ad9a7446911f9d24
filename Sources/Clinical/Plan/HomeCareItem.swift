import JSON

/// Something a client can do at home.
package struct HomeCareItem: Sendable, Identifiable {
  package typealias ID = Identifier<HomeCareItem>

  package struct Contraindication: Sendable, Identifiable {
    package typealias ID = Identifier<Contraindication>
    /// Who may lower a block.
    package enum Override: String, Sendable, Codable { case none, therapist, clinician }
    package let id: ID
    package let effect: Effect
    package let when: Rule
    package let note: String
    package let override: Override
  }

  /// How a contraindication limits an item; the strongest wins.
  package enum Effect: String, Sendable, Codable, Comparable {
    case caution
    case askFirst = "ask_first"
    case block

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
    private var rank: Int {
      switch self {
      case .caution: 1
      case .askFirst: 2
      case .block: 3
      }
    }
  }

  package let id: ID
  package let title: String
  package let category: String
  package let regions: [String]
  package let muscles: [Muscle.ID]
  package let steps: [String]
  package let dose: Dose
  package let progression: String
  package let stopIf: [String]
  package let tags: [String]
  package let contraindications: [Contraindication]
  package let evidenceGrade: String
  package let evidenceNote: String
  package let sources: [Source.ID]
  package let equipment: [String]
  package let safeInHold: Bool
  package let core: Bool
  /// True when the client already has or uses it.
  package let usesWhen: Rule?
  /// `information_only` for items outside a massage therapist's scope to advise; nil otherwise.
  package let scope: String?
  /// Not to be done in the same session.
  package let conflictsWith: [ID]
}

/// How much and how often.
package struct Dose: Sendable {
  /// Amounts by name (`reps`, `sets`, `hold_s`, `minutes`, `times_per_day`, `days_per_week`, `weeks` ...), in the
  /// unit the name says.
  package let amounts: [String: Double]
  package let note: String?
}

extension HomeCareItem {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    category = fields.text("category")
    regions = fields.texts("regions")
    muscles = vocabulary.muscles.identifiers("muscles", in: fields)
    steps = fields.texts("steps")
    dose = Dose(fields.object("dose"))
    progression = fields.text("progression")
    stopIf = fields.texts("stop_if")
    tags = fields.texts("tags")
    contraindications = fields.objects("contra").map {
      Contraindication(
        id: .init(rawValue: $0.id), effect: $0.word("effect", or: .block),
        when: vocabulary.rule("when", in: $0, stage: .plan), note: $0.text("note"),
        override: $0.word("override", or: .none))
    }
    let evidence = fields.object("evidence")
    evidenceGrade = evidence.text("grade")
    evidenceNote = evidence.text("note")
    sources = vocabulary.sources.identifiers("sources", in: evidence)
    equipment = fields.optionalTexts("equipment")
    safeInHold = fields.flag("safe_in_hold")
    core = fields.flag("core")
    usesWhen = vocabulary.optionalRule("uses_when", in: fields, stage: .plan)
    scope = fields.optionalText("scope")
    conflictsWith = vocabulary.items.identifiers("conflicts_with", in: fields, isOptional: true)
    for region in regions where vocabulary.regions(named: region) == nil {
      fields.fault("regions", "names \(region), which is neither a region nor a group")
    }
  }
}

extension Dose {
  fileprivate init(_ fields: Fields) {
    var amounts: [String: Double] = [:]
    for member in fields.members where member.key != "note" && member.value != .null {
      guard let amount = member.value.number else {
        fields.fault(member.key, "must be a number or null")
        continue
      }
      amounts[member.key] = amount
    }
    self.amounts = amounts
    note = fields.optionalText("note")
  }
}
