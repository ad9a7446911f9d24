import Clinical

/// Asks for an evaluation on a terminal, one area of the body after the other.
struct EvaluationWizard {
  let template: EvaluationTemplate
  let console: Console

  private enum Step { case taken, area, done }

  /// - Throws: exit 2 when nothing was filled in.
  func run() throws -> Evaluation {
    console.note("Enter leaves a finding out, s goes on to the next area, q ends.", sign: Inked("·", .dim))
    var lines: [String] = []
    areas: for area in template.pack.evaluationAreas {
      console.note("")
      console.note("\(area.name) (\(area.findings.count))", sign: Inked("==", .bold))
      for finding in area.findings {
        for side in finding.sides == .lr ? ["left", "right"] : [""] {
          switch try ask(finding, side, into: &lines) {
          case .taken: break
          case .area: continue areas
          case .done: break areas
          }
        }
      }
    }
    guard !lines.isEmpty else { throw CommandError(.cancelled, "nothing was filled in; nothing was saved.") }
    return try template.read(lines.joined(separator: "\n"))
  }

  private func ask(_ finding: FindingDefinition, _ side: String, into lines: inout [String]) throws -> Step {
    let key = [finding.id.rawValue, side].filter { !$0.isEmpty }.joined(separator: " ")
    let last = template.lastValue(of: finding, side).map { ", last \($0)" } ?? ""
    let question = [finding.plainName, side].filter { !$0.isEmpty }.joined(separator: ", ")
    while true {
      guard let answer = Prompt(console).line("\(question) (\(finding.range)\(last)):"), answer != "q" else {
        return .done
      }
      if answer.isEmpty { return .taken }
      if answer == "s" { return .area }
      let line = "\(key) = \(answer)"
      do {
        _ = try template.read(line)
        lines.append(line)
        return .taken
      } catch let error as CommandError {
        console.warn(error.why.joined(separator: "; "))
      }
    }
  }
}
