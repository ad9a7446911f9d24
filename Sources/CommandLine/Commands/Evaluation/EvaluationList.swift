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
    let records = try await desk.evaluations(of: client.id).sorted { $0.recordedAt > $1.recordedAt }
    try console.list(
      records, EvaluationRecord.fields, nothing: "None yet. Record one: plumbline evaluation new \(client.shortID)")
  }
}

extension EvaluationRecord {
  static let fields: [Field<EvaluationRecord>] = [
    Field("id", value: { .string("\($0.id)") }),
    Field("short_id", "ID", value: { .string($0.shortID) }, shown: { Inked($0.shortID, .cyan) }),
    Field("recorded_at", "Recorded", value: { JSON($0.recordedAt) }, shown: { Inked(Moment.local($0.recordedAt)) }),
    Field("state", "State", value: { .string($0.state.rawValue) }, shown: { $0.state.inked }),
    Field("findings", "Findings", rank: 1, alignment: .right, value: { .integer($0.evaluation.findings.count) }),
    Field(
      "trigger_points", "Trigger points", rank: 2, alignment: .right,
      value: { .integer($0.evaluation.triggerPoints.count) }),
    Field("content_version", value: { .string($0.contentVersion) }),
  ]
}
