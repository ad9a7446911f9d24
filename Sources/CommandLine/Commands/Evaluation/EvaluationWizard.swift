import Care
import Clinical

/// Asks for an evaluation on a terminal, one area of the body after the other. Each answer is written down at once, so
/// that Ctrl-C or a lost connection loses none.
struct EvaluationWizard {
  let template: EvaluationTemplate
  let console: Console
  /// The lines of the template that have been answered.
  let answered: [String]
  /// The path of the file for the answers.
  let file: String

  private enum Step { case taken, area, done }

  /// - Throws: exit 64 when earlier answers cannot be read.
  func run() throws -> CheckedFindings {
    console.note(
      "Enter skips a finding, s goes on to the next area, q saves what was entered and ends.",
      sign: StyledText("·", .dim))
    var lines = answered
    let known = Set(lines.compactMap { $0.split(separator: "=").first.map { String($0).trimmed } })
    try write(lines)
    areas: for area in template.pack.evaluationAreas {
      console.note("")
      console.note("\(area.name): \(area.findings.count.counted("finding"))", sign: StyledText("==", .bold))
      for finding in area.findings {
        for side in finding.sides == .lr ? ["left", "right"] : [""] where !known.contains(key(finding, side)) {
          switch try ask(finding, side, into: &lines) {
          case .taken: try write(lines)
          case .area: continue areas
          case .done: break areas
          }
        }
      }
    }
    return try template.read(lines.joined(separator: "\n"))
  }

  private func key(_ finding: FindingDefinition, _ side: String) -> String {
    [finding.id.rawValue, side].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func write(_ lines: [String]) throws {
    try EditedFile.write(lines.map { $0 + "\n" }.joined(), to: file)
  }

  private func ask(_ finding: FindingDefinition, _ side: String, into lines: inout [String]) throws -> Step {
    let last = template.lastValue(of: finding, side).map { ", last \($0)" } ?? ""
    let words = [finding.plainName, side].filter { !$0.isEmpty }.joined(separator: ", ")
    while true {
      guard let answer = Prompt(console).line("\(words) – \(finding.name) [\(finding.range)\(last)]:"), answer != "q"
      else {
        return .done
      }
      if answer.isEmpty { return .taken }
      if answer == "s" { return .area }
      let line = "\(key(finding, side)) = \(answer)"
      do {
        _ = try template.read(line)
        lines.append(line)
        return .taken
      } catch CareRefusal.evaluation(.unreadable(let faults)) {
        // Each begins with the finding's id, as in a file; here the question has named the finding.
        let reasons = faults.map { why in why.firstRange(of: ": ").map { String(why[$0.upperBound...]) } ?? why }
        console.warn("\(words): \(reasons.joined(separator: "; "))")
      }
    }
  }
}
