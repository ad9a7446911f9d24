import Care
import Clinical

/// Asks for an evaluation on a terminal: what is seen without tools, then one area of the body after the other. Each answer
/// is written down at once, so that Ctrl-C or a lost connection loses none.
struct EvaluationWizard {
  private enum Way { case on, back, area, done }

  private let template: EvaluationTemplate
  private let console: Console
  /// The path of the file for the answers.
  private let file: String
  private let steps: [EvaluationStep]
  /// The lines of the template that have a value, in the order in which they were answered.
  private var lines: [(key: String, value: String)]

  /// - Parameter answered: the lines that an interrupted session left.
  init(template: EvaluationTemplate, console: Console, answered: [String], file: String) {
    (self.template, self.console, self.file) = (template, console, file)
    lines = answered.compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    let known = Set(lines.map(\.key))
    steps = EvaluationStep.all(of: template.pack).filter { !known.contains($0.key) || $0.key == "trigger" }
  }

  /// - Throws: exit 64 when earlier answers cannot be read.
  mutating func run() throws -> CheckedFindings {
    console.note(
      "Enter skips a question, b goes back, ? says how it is done and what is usual, s goes on to the next area, "
        + "q saves what was entered and ends. Both sides at once: 44 45, or both mild. What is there no more: gone.",
      sign: StyledText("·", .dim))
    try write()
    var (place, area) = (0, "")
    // The questions before this one, as they were asked.
    var asked: [Int] = []
    while steps.indices.contains(place) {
      let step = steps[place]
      if step.area != area {
        area = step.area
        console.note("")
        console.note(heading(area), sign: StyledText("==", .bold))
      }
      let way = try ask(step)
      if way == .back {
        place = asked.popLast() ?? 0
        continue
      }
      asked.append(place)
      switch way {
      case .on, .back: place = next(after: place)
      case .area: place = steps[place...].firstIndex { $0.area != area } ?? steps.count
      case .done: place = steps.count
      }
    }
    return try template.read(lines.map { "\($0.key) = \($0.value)" }.joined(separator: "\n"))
  }

  private func heading(_ area: String) -> String {
    let count = steps.count { if case .finding = $0 { $0.area == area } else { false } }
    return count > 0 ? "\(area): \(count.counted("question"))" : area
  }

  /// The right side is not asked for when it was given with the left one.
  private func next(after place: Int) -> Int {
    guard case .finding(let finding, side: "left", _) = steps[place], value(of: finding.id.rawValue) != nil else {
      return place + 1
    }
    return place + 2
  }
}

// MARK: - Asking

extension EvaluationWizard {
  /// The signs that the guidance names, by the words for them.
  private static let signs = ["back": "b", "skip": "", "quit": "q", "help": "?"]

  private mutating func ask(_ step: EvaluationStep) throws -> Way {
    while true {
      guard let typed = Prompt(console).line(question(step)) else { return .done }
      let answer = Self.signs[typed.lowercased()] ?? typed
      if answer == "q" { return .done }
      switch answer {
      case "": return .on
      case "b": return .back
      case "s": return .area
      case "?": explain(step)
      default:
        let (key, value) = line(of: answer, step)
        if let fault = template.fault(value, for: key) {
          console.warn("\(step.title): \(fault)")
          continue
        }
        try take(value, for: key)
        // After another trigger point, or the other side, the question is still open.
        if step.isAnswered(by: key) { return .on }
      }
    }
  }

  /// The line that an answer makes: two values are both sides of a finding, and a side that is named is that one.
  private func line(of answer: String, _ step: EvaluationStep) -> (key: String, value: String) {
    guard case .finding(let finding, let side, _) = step, !side.isEmpty else { return (step.key, answer) }
    if finding.bothSides(answer) != nil { return (finding.id.rawValue, answer) }
    guard let said = finding.sideAndValue(answer) else { return (step.key, answer) }
    return ("\(finding.id.rawValue) \(said.side)", said.value)
  }

  private mutating func take(_ answer: String, for key: String) throws {
    if key != "trigger" {
      splitBothSides(of: key)
      // A line for both sides takes the place of those for each, and the other way round.
      lines.removeAll { $0.key == key || $0.key.hasPrefix(key + " ") || key.hasPrefix($0.key + " ") }
    }
    lines.append((key, answer))
    console.edited.holds(.words)
    try write()
  }

  /// Writes a line for both sides as one for each, so that a new value for one side leaves the other's.
  ///
  /// - Parameter key: the line of one side.
  private mutating func splitBothSides(of key: String) {
    guard let place = lines.firstIndex(where: { key.hasPrefix($0.key + " ") }) else { return }
    let (both, text) = lines[place]
    guard let sides = template.pack.finding(FindingDefinition.ID(rawValue: both))?.valuesBySide(text) else { return }
    lines.replaceSubrange(place...place, with: sides.map { (key: "\(both) \($0.side)", value: $0.value) })
  }

  private func write() throws {
    try EditedFile.write(lines.map { "\($0.key) = \($0.value)\n" }.joined(), to: file)
  }

  private func value(of key: String) -> String? { lines.last { $0.key == key }?.value }

  private func question(_ step: EvaluationStep) -> String {
    let now = (value(of: step.key) ?? step.keyOfBothSides.flatMap { value(of: $0) }).map { ", now \($0)" } ?? ""
    switch step {
    case .finding(let finding, let side, _):
      let last = template.lastValue(of: finding, side).map { ", last \($0)" } ?? ""
      let choices = finding.isGradedByEye ? "\(finding.gradesByEye), or \(finding.range)" : finding.range
      return "\(step.title) – \(finding.name) [\(choices)\(last)\(now)]:"
    case .triggerPoints:
      let found = lines.count { $0.key == "trigger" }
      return "Trigger point, such as upper trap, right, active, 3 [\(found) so far]:"
    case .condition(let condition): return "\(condition.label) [\(condition.example)\(now)]:"
    }
  }

  /// Says how a finding is measured, and what is usual.
  private func explain(_ step: EvaluationStep) {
    switch step {
    case .finding(let finding, _, _):
      for line in finding.guidance(template.pack) { console.note(line, sign: StyledText("?", .cyan)) }
    case .triggerPoints:
      for muscle in template.pack.muscles { console.note("\(muscle.name): \(muscle.plainName)", sign: "·") }
    case .condition(let condition): console.note(condition.example, sign: StyledText("?", .cyan))
    }
  }
}
