import Care
import Clinical
import JSON
import Records

extension PlanRevision {
  var json: JSON {
    [
      "new": JSON(new.map(\.item.rawValue)), "changed": JSON(changed.map(\.item.rawValue)),
      "moved": JSON(moved.map(\.item.rawValue)),
      "gone": .array(gone.map { ["item": .string($0.item.rawValue), "why": JSON(Self.why($0.refusal))] }),
    ]
  }

  fileprivate static func why(_ refusal: (any Error)?) -> [String] {
    refusal.map { CommandError($0).reasons } ?? ["nothing asks for it any more"]
  }
}

extension Report {
  /// Adds what the next version of a plan changes, and why.
  mutating func revision(_ revision: PlanRevision, of plan: Plan, _ reasoning: Reasoning) {
    heading("What changes from plan \(plan.shortID)")
    func title(_ item: HomeCareItem.ID) -> String { reasoning.pack.item(item)?.title ?? item.rawValue }
    for item in revision.new {
      let why = item.sources.map { reasoning.words(forSource: $0) }.joined(separator: "; ")
      paragraph("\(title(item.item)): \(why)", .green, marker: StyledText("+", .green))
    }
    for item in revision.changed {
      let why = item.reasons.map { reasoning.words(for: $0, of: item.item) }.joined(separator: "; ")
      let limits = why.isEmpty ? "no longer limited" : why
      paragraph("\(title(item.item)): \(limits)", .yellow, marker: StyledText("±", .yellow))
    }
    for item in revision.moved {
      let step = item.phase == 1 ? "from now on" : "waits for phase \(item.phase)"
      paragraph("\(title(item.item)): \(step)", .cyan, marker: StyledText("↔", .cyan))
    }
    for (item, refusal) in revision.gone {
      paragraph(
        "\(title(item)): \(PlanRevision.why(refusal).joined(separator: " "))", .red, marker: StyledText("−", .red))
    }
    if revision.isEmpty { paragraph("Nothing: the same items.") }
  }
}
