/// The units in which people write a measure, for a question that asks for it in one of them.
struct MeasuringUnits: Sendable {
  /// One unit, the largest first in its system.
  struct Unit: Sendable {
    /// How it is written; the first name is how we write it.
    let names: [String]
    /// One of it in the unit of the question.
    let factor: Double
    /// The unit of a number that follows without one, as in 5 ft 11, and how many of it make one of this.
    var next: (name: String, count: Double)?
  }

  let units: [Unit]

  /// - Parameter unit: the unit of the question, such as `cm` or `h/day`.
  init(_ unit: String) {
    let head = String(unit.prefix { $0 != "/" })
    switch head {
    case "cm":
      units = [
        Unit(names: ["cm", "centimetre", "centimetres", "centimeter", "centimeters"], factor: 1),
        Unit(names: ["m", "metre", "metres", "meter", "meters"], factor: 100, next: ("cm", 100)),
        Unit(names: ["mm", "millimetre", "millimetres", "millimeter", "millimeters"], factor: 0.1),
        Unit(names: ["in", "\"", "″", "”", "''", "’’", "′′", "inch", "inches"], factor: 2.54),
        Unit(names: ["ft", "'", "′", "’", "‘", "foot", "feet"], factor: 30.48, next: ("in", 12)),
      ]
    case "mm":
      units = [
        Unit(names: ["mm", "millimetre", "millimetres", "millimeter", "millimeters"], factor: 1),
        Unit(names: ["cm", "centimetre", "centimetres", "centimeter", "centimeters"], factor: 10),
        Unit(names: ["in", "\"", "″", "”", "''", "inch", "inches"], factor: 25.4),
      ]
    case "deg": units = [Unit(names: ["deg", "°", "º", "degree", "degrees"], factor: 1)]
    case "s":
      units = [
        Unit(names: ["s", "sec", "secs", "second", "seconds"], factor: 1),
        Unit(names: ["min", "mins", "minute", "minutes"], factor: 60, next: ("s", 60)),
      ]
    case "kg":
      // The pound of 1959, of which a stone has 14.
      units = [
        Unit(names: ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"], factor: 1),
        Unit(names: ["lb", "lbs", "pound", "pounds"], factor: 0.453_592_37),
        Unit(names: ["st", "stone", "stones"], factor: 14 * 0.453_592_37, next: ("lb", 14)),
      ]
    case "h", "min":
      let hour = head == "h" ? 1.0 : 60.0
      units = [
        Unit(names: ["h", "hr", "hrs", "hour", "hours"], factor: hour, next: ("min", 60)),
        Unit(names: ["min", "mins", "minute", "minutes"], factor: hour / 60),
      ]
    case "days", "weeks":
      let week = head == "weeks" ? 1.0 : 7.0
      units = [
        Unit(names: ["weeks", "week", "wk", "wks", "w"], factor: week, next: nil),
        Unit(names: ["days", "day", "d"], factor: week / 7),
      ]
    default: units = [Unit(names: [head, head.hasSuffix("s") ? String(head.dropLast()) : head], factor: 1)]
    }
  }

  /// Returns the unit of a number: by its name, or the one that follows the unit before; nil when they do not fit.
  func next(_ name: String, _ before: Unit?) -> Unit? {
    let expected = before.map { $0.next?.name ?? "" }
    let unit = units.first { $0.names.contains(name.isEmpty ? expected ?? "" : name) }
    return unit.flatMap { expected == nil || $0.names[0] == expected ? $0 : nil }
  }
}

extension Question {
  /// The measures of most grown people in the unit of the question, and those of nearly all.
  private struct BodyMeasure {
    let usual: ClosedRange<Double>
    let possible: ClosedRange<Double>
  }

  /// A number beyond the usual that has no unit was perhaps meant in another one: a weight of 180 is in pounds more often
  /// than in kilograms. The ranges are our own judgement.
  private static let bodyMeasures: [Question.ID: BodyMeasure] = [
    "contact.height_cm": BodyMeasure(usual: 100...250, possible: 100...250),
    "contact.weight_kg": BodyMeasure(usual: 30...120, possible: 30...250),
  ]

  /// Reads a number, with or without a unit: `7,5`, `180 lb`, `5'11"`, `13st 4`, `1.80 m`, `1 h 30`.
  func readMeasure(_ text: String) -> Reading<Double> {
    if let number = text.readNumber() { return judge(number) }
    return unit.flatMap(text.measure).map(Reading.value) ?? .unreadable
  }

  /// Judges a number that was written without a unit.
  private func judge(_ number: Double) -> Reading<Double> {
    guard let body = Self.bodyMeasures[id], let unit, !body.usual.contains(number) else { return .value(number) }
    // A height of 1.80 can be nothing but metres.
    if unit == "cm", body.usual.contains(number * 100) { return .value(number * 100) }
    let meanings = MeasuringUnits(unit).units.filter {
      $0.factor == 1 ? bounds?.contains(number) ?? true : body.possible.contains(number * $0.factor)
    }
    return meanings.count > 1 ? .unclear(meanings.map { "\(number.inFigures) \($0.names[0])" }) : .value(number)
  }

  /// A number as a person would write it so that it is read as it is.
  package func written(_ number: Double) -> String {
    guard let unit, let body = Self.bodyMeasures[id], !body.usual.contains(number) else { return number.inFigures }
    return "\(number.inFigures) \(unit)"
  }

  /// Texts that would be accepted.
  var example: String {
    switch id {
    case "contact.height_cm": return "170 cm, 1.70 m or 5 ft 7"
    case "contact.weight_kg": return "70 kg or 154 lb"
    default: break
    }
    guard let bounds else { return "5" }
    let middle = ((bounds.lowerBound + min(bounds.upperBound, bounds.lowerBound + 20)) / 2).rounded()
    return kind == .decimal ? String(middle + 0.5) : middle.inFigures
  }
}

extension FindingDefinition {
  /// Reads a measurement, with or without a unit: `44`, `-5,5`, `45°`, `1.2 cm`, `2 min 5`. Nil when it cannot be read.
  package func readMeasure(_ text: String) -> Double? {
    let text = text.trimmed
    if let number = text.readNumber() { return number }
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    return String(text.dropFirst(isNegative ? 1 : 0)).measure(in: unit).map { isNegative ? -$0 : $0 }
  }
}

extension String {
  /// Reads numbers with their units, each smaller than the one before: `5 ft 11 in`.
  ///
  /// - Parameter unit: the unit of the question, such as `cm` or `h/day`.
  fileprivate func measure(in unit: String) -> Double? {
    let text = trimmed.lowercased().foldingDigits.replacing("½", with: ".5")
    guard !text.contains(/[0-9]\s+[0-9]/) else { return nil }
    var rest = text.filter { !$0.isWhitespace && $0 != "_" }[...]
    if let span = unit.split(separator: "/").dropFirst().first {
      for ending in ["/\(span)", "per\(span)", "a\(span)"] where rest.hasSuffix(ending) {
        rest = rest.dropLast(ending.count)
      }
    }
    let units = MeasuringUnits(unit)
    var value: Double?
    var before: MeasuringUnits.Unit?
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || ".,٫".contains($0) }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !$0.isNumber }
      rest = rest.dropFirst(name.count)
      guard let number = String(digits).readNumber(), let this = units.next(String(name.filter { $0 != "." }), before),
        before?.next.map({ number < $0.count && ($0.count < 100 || digits.count == 2) }) ?? true
      else { return nil }
      value = (value ?? 0) + number * this.factor
      before = this
    }
    return value
  }
}
