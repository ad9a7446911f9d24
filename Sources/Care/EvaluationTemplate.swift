import Clinical

/// An evaluation as text for an editor, with one finding a line, empty where nothing was tested.
///
///     == from the side
///     pf.fhp_cva left  =       #! head pokes forward: deg, 20 to 80; last 46
///     pf.fhp_cva right = 45
///     == trigger points
///     trigger = upper trap, right, active, 3, taut, refers
package struct EvaluationTemplate: Sendable {
  /// The mark at which guidance for the person begins, which may be a whole line or the end of one, and is not read.
  package static let guidance = "#!"

  package let pack: ContentPack
  /// What was found before, which is shown beside each line.
  let standing: StandingFindings?

  package init(pack: ContentPack, beside standing: StandingFindings? = nil) {
    self.pack = pack
    self.standing = standing
  }

  package func text(title: String, filled: Evaluation = Evaluation()) -> String {
    let head = [
      title, "Write a value after =, and leave empty what you did not test: what was found before stands.",
      "Write gone where it is there no more.",
      "Lines that begin with \(Self.guidance) are dropped; an empty file cancels.",
    ]
    let areas = pack.evaluationAreas.map { area in
      "\n== \(area.name)\n" + area.findings.map { lines($0, filled) }.joined()
    }
    return head.map { "\(Self.guidance) \($0)\n" }.joined() + areas.joined() + triggerPoints(filled)
      + conditions(filled)
  }

  /// Returns what was found the last time and when, as `46, 2026-04-12`; nil when nothing was.
  package func lastValue(of finding: FindingDefinition, _ side: String) -> String? {
    let subject = StandingFinding.Subject.finding(finding.id, side: BodyRegion.Side(rawValue: side))
    guard let standing, let last = (standing.counting + standing.expired).first(where: { $0.subject == subject }),
      case .finding(let value) = last.value
    else { return nil }
    return value.written(side).map { "\($0), \(last.takenOn.iso)" }
  }

  private func lines(_ finding: FindingDefinition, _ filled: Evaluation) -> String {
    let sides = finding.sides == .lr ? ["left", "right"] : [""]
    return sides.enumerated().map { index, side -> String in
      let key = (finding.id.rawValue + (side.isEmpty ? "" : " \(side)")).padded(to: 32)
      let value = (filled.findings[finding.id]?.written(side) ?? "").padded(to: 8)
      let before = lastValue(of: finding, side).map { "; last \($0)" } ?? ""
      let grades = finding.isGradedByEye ? ", or by eye \(finding.gradesByEye)" : ""
      let note =
        index == 0 ? "\(finding.plainName): \(finding.range)\(grades)\(before)" : String(before.dropFirst(2))
      return "\(key) = \(value)" + (note.isEmpty ? "\n" : "  \(Self.guidance) \(note)\n")
    }.joined()
  }

  private func triggerPoints(_ filled: Evaluation) -> String {
    let points = filled.triggerPoints.map { point in
      let marks = (point.tautBand ? " taut" : "") + (point.refers ? " refers" : "")
      let tender = point.status == .gone ? "" : " \(point.tender)"
      return "trigger = \(point.muscle) \(point.region) \(point.status.rawValue)\(tender)\(marks)\n"
    }
    return """

      == trigger points
      \(Self.guidance) trigger = upper trap, right, active, 3, taut, refers
      \(Self.guidance) A muscle, the side, active, latent or gone, how tender from 0 to 4; the place, if it is not the usual one.

      """ + points.joined()
  }

  private func conditions(_ filled: Evaluation) -> String {
    "\n== how it was taken\n"
      + Evaluation.Condition.allCases.map { condition in
        let value = (filled.conditions[condition] ?? "").padded(to: 8)
        return "\(condition.rawValue.padded(to: 32)) = \(value)  \(Self.guidance) \(condition.example)\n"
      }.joined()
  }
}

extension FindingDefinition {
  /// The values that may be written: a range with its unit, or the words.
  package var range: String {
    if !choices.isEmpty { return choices.map(\.id).joined(separator: kind == .multiChoice ? ", " : " | ") }
    // The unit of a grade is its range.
    let span = unit.contains(where: \.isNumber) ? "" : span
    return [unit, span, plus, sides == .signedGrade ? "then left or right" : ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// The grades by eye, the usual first.
  package var gradesByEye: String {
    let grades = bands.sorted { $0.severity < $1.severity }.map(\.label).joined(separator: " | ")
    return grades + (sides == .signed ? ", then left or right" : "")
  }

  /// The lowest and the highest value; where some are negative, with the names that the bands give to both ends.
  private var span: String {
    guard let bounds else { return "" }
    let hasEnds = bounds.lowerBound < 0 && !usesAbsoluteValue
    let ends = hasEnds ? [bands.first { $0.minimum == nil }, bands.first { $0.maximum == nil }] : [nil, nil]
    return zip([bounds.lowerBound, bounds.upperBound], ends)
      .map { bound, band in bound.inFigures + (band.map { " (\($0.label))" } ?? "") }.joined(separator: " to ")
  }

  /// The direction of positive values, in the words of the note: `+ = right higher`.
  private var plus: String {
    note?.firstMatch(of: /\+ = [^.;]+/).map { String($0.output) } ?? (sides == .signed ? "+ = right" : "")
  }
}

extension String {
  /// Returns the text padded with spaces to a number of characters. Ids and values are ASCII.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension StandingFinding.Subject {
  /// Returns the line of the template that gives it a value.
  package func line(_ value: String) -> String {
    switch self {
    case .finding(let id, let side):
      ([id.rawValue] + (side.map { [$0.rawValue] } ?? []) + ["= \(value)"]).joined(separator: " ")
    case .triggerPoint(let muscle, let region): "trigger = \(muscle) \(region) \(value)"
    }
  }
}

extension Finding {
  /// Returns the value as it is typed; nil when that side has no value.
  fileprivate func written(_ side: String) -> String? {
    switch self {
    case .single(let value): value.written
    case .sided(let left, let right): (side == "right" ? right : left)?.written
    case .graded(let grade, let side): grade.inFigures + (side.map { " \($0)" } ?? "")
    }
  }
}

extension FindingValue {
  /// The value as it is typed.
  var written: String {
    switch self {
    case .number(let number): number.inFigures
    case .word(let word): word
    case .words(let words): words.joined(separator: ", ")
    case .gone: "gone"
    }
  }
}

extension Evaluation.Condition {
  /// What may be written.
  package var example: String {
    switch self {
    case .measuredWith: "such as by eye, goniometer, inclinometer"
    case .clothing: "such as fitted, undressed to the waist"
    case .footwear: "such as barefoot"
    case .distance: "of the therapist or the camera, such as 3 m"
    }
  }
}
