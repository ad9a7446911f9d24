/// The reasons for a result, as lines for people to read.
package struct Explanation: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package enum Role: String, Sendable {
      /// The result.
      case verdict
      /// A reason for offering or raising it.
      case because
      /// A limit on it.
      case limit
      /// A deciding answer or finding.
      case fact
      /// Something that would change the result.
      case change
    }

    package let role: Role
    /// The level of indentation.
    package let depth: Int
    package let text: String
  }

  package var lines: [Line] = []

  mutating func add(_ role: Line.Role, _ depth: Int = 0, _ text: String) {
    lines.append(Line(role: role, depth: depth, text: text))
  }

  mutating func add(facts: [String], depth: Int) {
    for fact in facts { add(.fact, depth, fact) }
  }

  /// The lines as text, indented by two spaces per level.
  package var text: String {
    lines.map { String(repeating: "  ", count: $0.depth) + $0.text }.joined(separator: "\n")
  }
}

extension ContentPack {
  /// Explains an item, in the plan or not: which answers and findings made which rule true, what limits the item and what
  /// would change that. Returns nil for an item that the pack does not have.
  package func explain(_ item: HomeCareItem.ID, for assessment: Assessment) -> Explanation? {
    guard let definition = self.item(item), let offer = check(item, for: assessment) else { return nil }
    var explainer = ItemExplainer(pack: self, assessment: assessment, item: definition, offer: offer)
    return explainer.explain()
  }

  /// Explains items in a few numbered lines each: the result, its reasons, and what limits the item.
  package func outline(_ items: [HomeCareItem.ID], for assessment: Assessment) -> Explanation {
    var whole = Explanation()
    for (index, item) in items.enumerated() {
      guard let definition = self.item(item), let offer = check(item, for: assessment) else { continue }
      var explainer = ItemExplainer(pack: self, assessment: assessment, item: definition, offer: offer)
      whole.lines += explainer.outline(number: index + 1).lines
    }
    return whole
  }

  /// Explains the mode, the flags, the patterns and the hypotheses.
  package func explain(_ assessment: Assessment) -> Explanation {
    let words = FactWords(pack: self, assessment: assessment)
    var explanation = Explanation()
    explanation.add(
      .verdict, 0, "Plan: \(assessment.plan.mode.rawValue). Massage: \(assessment.plan.massage.rawValue).")
    for flag in assessment.redFlags.compactMap(redFlag) {
      explanation.add(.because, 0, "Red flag, \(flag.urgency.rawValue): \(flag.title)")
      explanation.add(facts: words.lines(flag.when), depth: 1)
      explanation.add(.change, 1, "Do: \(flag.therapistAction)")
      if let note = flag.note, !note.isEmpty { explanation.add(.because, 1, note) }
    }
    for pattern in assessment.patterns.compactMap(pattern) {
      explanation.add(.because, 0, "Pattern: \(pattern.name)")
      explanation.add(facts: words.lines(pattern.when), depth: 1)
    }
    // The likeliest first; of equal ones, in the order of the pack.
    let causes = assessment.hypotheses.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    for cause in causes { explanation.add(cause.element, self, words, depth: 0) }
    return explanation
  }
}

extension Explanation {
  /// Adds a hypothesis with its score and each rule that is true.
  mutating func add(_ raised: Assessment.RaisedHypothesis, _ pack: ContentPack, _ words: FactWords, depth: Int) {
    guard let hypothesis = pack.hypothesis(raised.id) else { return }
    add(
      .because, depth,
      "Hypothesis, \(raised.level.rawValue): \(hypothesis.title) (score \(raised.score); likely from "
        + "\(hypothesis.likelyMinimum), possible from \(hypothesis.possibleMinimum))")
    for rule in hypothesis.rules where raised.reasons.contains(rule.id) {
      add(.because, depth + 1, "+\(rule.weight) \(rule.reason)")
      add(facts: words.lines(rule.when), depth: depth + 2)
    }
    add(.because, depth + 1, "\(answerWords.howSureWeAre) \(hypothesis.howSure)")
  }
}
