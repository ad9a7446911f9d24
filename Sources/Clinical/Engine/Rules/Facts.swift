/// The answers, findings and conclusions of one person as plain numbers and bit sets, for rules to read.
struct Facts {
  struct ChartEntry {
    let slot: Slot
    let region: Int
    let symptoms: BitSet
    let score: Int
  }

  /// The values of a finding: numbers, indices of choices, or a set of choices. Not a number: not recorded.
  struct Measurement {
    var isSided = false
    var single = Double.nan
    var left = Double.nan
    var right = Double.nan
    var choices: BitSet = 0
    var severity = Severity()
  }

  /// The severities of a finding; nil where nothing was recorded.
  struct Severity {
    var worse: Int?
    var left: Int?
    var right: Int?
  }

  struct RecordedTriggerPoint {
    let muscle: Int
    let isActive: Bool
    let tenderness: Int
  }

  /// A text in the client's own words.
  struct OwnWords {
    let slot: Slot
    let text: String
  }

  // By slot: questions first, then derived values.
  var isAnswered: [Bool]
  var choices: [BitSet]
  /// Not a number where there is no value, which makes every comparison false.
  var numbers: [Double]
  var chart: [ChartEntry] = []
  var ownWords: [OwnWords] = []

  var findings: [Measurement]
  var triggerPoints: [RecordedTriggerPoint] = []

  /// The lexicons of which the client's own words say a phrase. They are searched when flags are raised, because no earlier
  /// rule may ask for them and the search costs more than everything else (`RuleBook.raiseFlags`).
  var lexicons: BitSet = 0
  var patterns: BitSet = 0
  var redFlags: BitSet = 0
  // By hypothesis.
  var hypotheses: [Hypothesis.Level]
  var scores: [Int]

  /// Facts about which nothing is known yet.
  init(for book: RuleBook) {
    let slots = book.questions.count + DerivedValue.allCases.count
    isAnswered = Array(repeating: false, count: slots)
    choices = Array(repeating: 0, count: slots)
    numbers = Array(repeating: .nan, count: slots)
    findings = Array(repeating: Measurement(), count: book.findings.count)
    hypotheses = Array(repeating: .none, count: book.hypotheses.count)
    scores = Array(repeating: 0, count: book.hypotheses.count)
  }

  /// Returns whether the node at `position` is true, and moves past it and its parts.
  func satisfy(_ nodes: [Rule.Node], at position: inout Int) -> Bool {
    let node = nodes[position]
    position += 1
    switch node {
    case .all(let size):
      let end = position + size
      while position < end {
        if !satisfy(nodes, at: &position) {
          position = end
          return false
        }
      }
      return true
    case .any(let size):
      let end = position + size
      while position < end {
        if satisfy(nodes, at: &position) {
          position = end
          return true
        }
      }
      return false
    case .not:
      return !satisfy(nodes, at: &position)
    case .atLeast(let minimum, let size):
      let end = position + size
      var count = 0
      while position < end { count += satisfy(nodes, at: &position) ? 1 : 0 }
      return count >= minimum
    default:
      return satisfy(node)
    }
  }

  /// Returns whether a leaf is true.
  func satisfy(_ leaf: Rule.Node) -> Bool {
    switch leaf {
    case .answered(let slot):
      isAnswered[slot]
    case .chosen(let slot, let among):
      choices[slot] & among != 0
    case .number(let slot, let comparison, let limit):
      comparison.holds(numbers[slot], limit)
    case .marked(let slot, let regions, let symptoms, let minimumScore):
      chart.contains {
        $0.slot == slot && regions.contains(index: $0.region) && $0.score >= minimumScore
          && (symptoms == 0 || symptoms & $0.symptoms != 0)
      }
    case .says(let lexicon):
      lexicons.contains(index: lexicon)
    case .severity(let finding, let side, let minimum):
      (severity(of: finding, side) ?? -1) >= minimum
    case .measured(let finding, let side, let comparison, let limit):
      measured(finding, side) { comparison.holds($0, limit) }
    case .found(let finding, let side, let choice):
      measured(finding, side) { $0 == Double(choice) }
    case .triggerPoint(let muscles, let activeOnly, let minimum):
      triggerPoints.contains {
        (muscles == 0 || muscles.contains(index: $0.muscle)) && (!activeOnly || $0.isActive) && $0.tenderness >= minimum
      }
    case .pattern(let index):
      patterns.contains(index: index)
    case .redFlag(let index):
      redFlags.contains(index: index)
    case .hypothesis(let index, let level):
      hypotheses[index] >= level
    case .all, .any, .not, .atLeast:
      preconditionFailure("a group is not a leaf")
    }
  }

  private func severity(of finding: Int, _ side: Rule.Side) -> Int? {
    let severity = findings[finding].severity
    return switch side {
    case .left: severity.left
    case .right: severity.right
    case .any, .none: severity.worse
    }
  }

  private func measured(_ finding: Int, _ side: Rule.Side, _ matches: (Double) -> Bool) -> Bool {
    let value = findings[finding]
    guard value.isSided else { return matches(value.single) }
    return switch side {
    case .left: matches(value.left)
    case .right: matches(value.right)
    case .any, .none: matches(value.left) || matches(value.right)
    }
  }
}
