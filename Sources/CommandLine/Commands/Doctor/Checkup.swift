import Clinical
import JSON

/// One line of the doctor's report.
struct Checkup: Sendable {
  enum Verdict: String, Sendable { case good, notice, bad }

  let subject: String
  let verdict: Verdict
  let detail: String
  /// What to do; nil when all is well.
  let mend: String?

  static func good(_ subject: String, _ detail: String) -> Checkup {
    Checkup(subject: subject, verdict: .good, detail: detail, mend: nil)
  }
  static func notice(_ subject: String, _ detail: String, mend: String) -> Checkup {
    Checkup(subject: subject, verdict: .notice, detail: detail, mend: mend)
  }
  static func bad(_ subject: String, _ detail: String, mend: String) -> Checkup {
    Checkup(subject: subject, verdict: .bad, detail: detail, mend: mend)
  }

  var sign: Inked {
    switch verdict {
    case .good: Inked("✓", .green)
    case .notice: Inked("!", .yellow)
    case .bad: Inked("✗", .red)
    }
  }

  var json: JSON {
    ["check": .string(subject), "verdict": .string(verdict.rawValue), "detail": .string(detail), "mend": JSON(mend)]
  }
}
