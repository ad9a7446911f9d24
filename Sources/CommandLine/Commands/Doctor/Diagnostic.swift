import Clinical
import JSON

/// The result of one check of `plumbline doctor`.
struct Diagnostic: Sendable {
  enum Verdict: String, Sendable { case good, notice, bad }

  let subject: String
  let verdict: Verdict
  let detail: String
  /// How to fix it; nil when nothing is wrong.
  let fix: String?

  static func good(_ subject: String, _ detail: String) -> Diagnostic {
    Diagnostic(subject: subject, verdict: .good, detail: detail, fix: nil)
  }
  static func notice(_ subject: String, _ detail: String, fix: String) -> Diagnostic {
    Diagnostic(subject: subject, verdict: .notice, detail: detail, fix: fix)
  }
  static func bad(_ subject: String, _ detail: String, fix: String) -> Diagnostic {
    Diagnostic(subject: subject, verdict: .bad, detail: detail, fix: fix)
  }

  var sign: StyledText {
    switch verdict {
    case .good: StyledText("✓", .green)
    case .notice: StyledText("!", .yellow)
    case .bad: StyledText("✗", .red)
    }
  }

  var json: JSON {
    ["check": .string(subject), "verdict": .string(verdict.rawValue), "detail": .string(detail), "fix": JSON(fix)]
  }
}
