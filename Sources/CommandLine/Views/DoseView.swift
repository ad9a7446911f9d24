import Clinical
import Handout
import JSON

extension Dose.Amount {
  /// The name of the option that sets it.
  var option: String {
    switch self {
    case .sets: "--sets"
    case .repeats: "--repeats"
    case .holdSeconds: "--hold"
    case .minutes: "--minutes"
    case .timesADay: "--times-a-day"
    case .daysAWeek: "--days-a-week"
    case .weeks: "--weeks"
    }
  }
}

extension DoseFault {
  func words(for item: HomeCareItem) -> String {
    switch self {
    case .noSuchAmount(let amount):
      let known = Dose.Amount.allCases.filter { item.bounds(of: $0) != nil }.map(\.option)
      return "\(amount.option): its dose has no such amount"
        + (known.isEmpty ? "." : "; it has \(known.joined(separator: ", ")).")
    case .tooLittle(let amount, let bounds), .tooMuch(let amount, let bounds):
      return "\(amount.option): from \(bounds.lowerBound) to \(bounds.upperBound) is safe."
    }
  }
}

extension DoseChange {
  var json: JSON {
    [
      "amounts": .object(
        Dose.Amount.allCases.compactMap { name in amounts[name].map { JSON.Member(name.rawValue, .integer($0)) } }),
      "side": JSON(side?.rawValue), "reason": JSON(reason),
    ]
  }
}

extension Report {
  /// Adds the dose that the therapist set, and why it may be outside of what is safe.
  mutating func dose(_ entry: PlanItem, _ pack: ContentPack) {
    guard let change = entry.dose, let item = pack.prescribed(entry) else { return }
    paragraph(DoseWording(item.dose).sentence, marker: "your dose:", indent: 3)
    if let reason = change.reason { paragraph(reason, marker: StyledText("✓", .green), indent: 3) }
  }
}
