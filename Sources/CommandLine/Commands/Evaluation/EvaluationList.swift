import ArgumentParser
import Clinical
import JSON
import Records

struct EvaluationList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a client's evaluations, newest first.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console)
    let records = try await desk.evaluations(of: client.id)
    try console.list(
      records, EvaluationRecord.columns, nothing: "None yet. Record one: plumbline evaluation new \(client.shortID)")
  }
}

extension EvaluationRecord {
  static let columns: [Column<EvaluationRecord>] = [
    Column("id", value: { .string("\($0.id)") }),
    Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
    Column(
      "recorded_at", "Recorded", value: { JSON($0.recordedAt) }, shown: { StyledText(Moment.local($0.recordedAt)) }),
    Column("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.styled }),
    Column("findings", "Findings", rank: 1, alignment: .right, value: { .integer($0.evaluation.findings.count) }),
    Column(
      "trigger_points", "Trigger points", rank: 2, alignment: .right,
      value: { .integer($0.evaluation.triggerPoints.count) }),
    Column("content_version", value: { .string($0.contentVersion) }),
  ]
}
