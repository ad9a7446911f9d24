import ArgumentParser
import Clinical
import Handout
import Records

struct EvaluationPrint: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "An evaluation on paper, with what changed since the one before.",
    discussion: "Example: plumbline evaluation print k7f3 -o evaluation.pdf")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @Flag(help: "As text.")
  var text = false
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    let pack = try ShareDirectory.contentPack(version: record.contentVersion)
    let earlier = try await desk.evaluations(of: record.client).filter { $0.recordedAt < record.recordedAt }
      .max { $0.recordedAt < $1.recordedAt }
    let document = RecordDocument(
      title: "Postural evaluation", of: record.clientName, by: try await desk.whoAmI(),
      facts: [("Recorded", Moment.local(record.recordedAt)), ("State", record.state.rawValue)],
      blocks: record.areaBlocks(pack) + record.changeBlocks(since: earlier, pack), on: try Moment.today())
    try document.print(asText: text, console)
  }
}

extension EvaluationRecord {
  fileprivate func areaBlocks(_ pack: ContentPack) -> [Handout.Block] {
    pack.evaluationAreas.flatMap { area -> [Handout.Block] in
      let facts = area.findings.compactMap { definition in
        evaluation.findings[definition.id].map { Handout.Fact(label: definition.plainName, value: $0.text(definition)) }
      }
      return facts.isEmpty ? [] : [.heading(area.name), .facts(facts)]
    }
  }

  fileprivate func changeBlocks(since earlier: EvaluationRecord?, _ pack: ContentPack) -> [Handout.Block] {
    guard let earlier else { return [] }
    let changes = pack.compare(earlier.evaluation, evaluation).filter { $0.weight != .unchanged }
    let facts = changes.map { change in
      let name = pack.finding(change.finding)?.plainName ?? change.finding.rawValue
      return Handout.Fact(label: name + (change.side.map { ", \($0.rawValue)" } ?? ""), value: change.words)
    }
    return facts.isEmpty ? [] : [.heading("Changed since \(Moment.localDay(earlier.recordedAt))"), .facts(facts)]
  }
}
