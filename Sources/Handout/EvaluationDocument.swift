import Clinical
import Typesetting

/// A postural evaluation to print, with the earlier ones of the same client.
package struct EvaluationSource: Sendable {
  package struct Taking: Sendable {
    package var day: CalendarDate
    package var evaluation: Evaluation

    package init(day: CalendarDate, evaluation: Evaluation) {
      self.day = day
      self.evaluation = evaluation
    }
  }

  package var practiceName: String
  package var clientName: String
  package var therapistName: String
  package var taking: Taking
  /// The earlier evaluations, oldest first, for the course over time.
  package var earlier: [Taking]
  /// The conclusions of the engine from this evaluation.
  package var assessment: Assessment

  package init(
    practiceName: String, clientName: String, therapistName: String, taking: Taking, earlier: [Taking],
    assessment: Assessment
  ) {
    self.practiceName = practiceName
    self.clientName = clientName
    self.therapistName = therapistName
    self.taking = taking
    self.earlier = earlier
    self.assessment = assessment
  }
}

extension Handout {
  /// Makes an evaluation for the file: the body figure, every finding with its severity, and measures over time.
  package init(_ source: EvaluationSource, content: ContentPack) {
    let (author, words) = (EvaluationAuthor(source: source, content: content), standardWords)
    self.init(
      metadata: Metadata(
        title: words.evaluationTitle(client: source.clientName).canonical,
        author: "\(source.therapistName), \(source.practiceName)".canonical, subject: words.evaluation,
        keywords: words.evaluationKeywords, language: words.language, date: source.taking.day.iso),
      blocks: author.blocks.map(\.canonical),
      running: Self.running(
        source.practiceName, words.evaluationRunning(client: source.clientName), words.day(source.taking.day)))
  }
}

private struct EvaluationAuthor {
  let source: EvaluationSource
  let content: ContentPack
  let words = standardWords

  var blocks: [Handout.Block] {
    let evaluation = source.taking.evaluation
    let patterns = source.assessment.patterns.compactMap(content.pattern)
    let opening: [Handout.Block] = [
      .letterhead(name: source.practiceName, contact: nil),
      .title(words.evaluation, subtitle: source.clientName, address: nil),
      .facts(
        [
          .init(label: words.madeBy, value: source.therapistName),
          .init(label: words.date, value: words.day(source.taking.day)),
          .init(label: words.contentVersion, value: content.version),
        ] + conditions),
    ]
    let seen: [Handout.Block] =
      patterns.isEmpty ? [] : [.callout(title: words.patterns, lines: patterns.map(\.name), tone: .calm)]
    return opening + triggerPoints(of: evaluation) + seen + changes
      + PostureAuthor(source: source, content: content).blocks + findings(of: evaluation)
      + course
  }

  private var conditions: [Handout.Fact] {
    Evaluation.Condition.allCases.compactMap { condition in
      source.taking.evaluation.conditions[condition].map { .init(label: condition.label, value: $0) }
    }
  }

  /// The findings that differ from the previous evaluation, each with what the difference is worth.
  private var changes: [Handout.Block] {
    guard let before = source.earlier.last else { return [] }
    let changes = content.compare(before.evaluation, source.taking.evaluation, answers: source.assessment.answers)
      .filter { $0.weight != .unchanged }
    let facts = changes.map { change in
      let name = content.finding(change.finding)?.name ?? change.finding.rawValue
      return Handout.Fact(label: "\(name)\(change.side.map { ", \($0.rawValue)" } ?? ""):", value: change.words)
    }
    return facts.isEmpty ? [] : [.heading(words.changed(since: before.day)), .remarks(facts)]
  }

  private func triggerPoints(of evaluation: Evaluation) -> [Handout.Block] {
    let marks = evaluation.triggerPoints.compactMap { point -> Handout.Mark? in
      guard var mark = content.mark(MarkedRegion(region: point.region)) else { return nil }
      let refers = (point.refersTo ?? []).compactMap { content.region($0)?.label }
      let details = [
        words.triggerPoint(status: point.status.rawValue), words.tenderness(point.tender),
        point.tautBand ? words.tautBand : nil, refers.isEmpty && !point.refers ? nil : words.refers(to: refers),
        point.note,
      ]
      mark.label = "\(content.muscle(point.muscle)?.name ?? point.muscle.rawValue), \(mark.label.lowercasedFirst)"
      mark.detail = details.compactMap(\.self).joined(separator: "; ")
      return mark
    }
    return marks.isEmpty ? [] : [.heading(words.triggerPoints), .regions(marks)]
  }

  private func findings(of evaluation: Evaluation) -> [Handout.Block] {
    let recorded = content.findings.filter { evaluation.findings[$0.id] != nil }
    let names = Dictionary(content.views.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
    var groups: [(view: String, facts: [Handout.Fact])] = []
    for definition in recorded {
      guard let finding = evaluation.findings[definition.id] else { continue }
      let value = [finding.words(of: definition), severity(of: definition)].compactMap(\.self).joined(separator: "; ")
      let fact = Handout.Fact(label: "\(definition.name):", value: value)
      if let group = groups.firstIndex(where: { $0.view == definition.view }) {
        groups[group].facts.append(fact)
      } else {
        groups.append((definition.view, [fact]))
      }
    }
    return groups.flatMap { view, facts in
      [.heading(names[view] ?? view.capitalisedFirst), .remarks(facts)] as [Handout.Block]
    }
  }

  private func severity(of definition: FindingDefinition) -> String? {
    guard let severity = source.assessment.severities[definition.id].flatMap({ $0 }) else { return nil }
    return words.severity(severity)
  }

  /// The measures that were recorded more than once.
  private var course: [Handout.Block] {
    let series = content.findings.compactMap { definition -> Handout.Series? in
      let points = (source.earlier + [source.taking]).compactMap { taking -> Handout.Series.Point? in
        guard let finding = taking.evaluation.findings[definition.id], !finding.numbers.isEmpty else { return nil }
        return .init(day: words.day(taking.day), values: finding.numbers, words: finding.words(of: definition))
      }
      return points.count < 2 ? nil : Handout.Series(title: definition.name, points: points)
    }
    return series.isEmpty ? [] : [.heading(words.overTime)] + series.map { .series($0) }
  }
}

extension Finding {
  /// The values of left and right, or the single value.
  fileprivate var numbers: [Double] {
    values.compactMap { value in if case .number(let number) = value { number } else { nil } }
  }
}
