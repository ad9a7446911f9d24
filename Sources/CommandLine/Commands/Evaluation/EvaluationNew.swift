import ArgumentParser
import Clinical
import Records

struct EvaluationNew: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Record an evaluation.",
    discussion: """
      The file: {"findings": {"pf.fhp_cva": {"left": 44, "right": 45}, "pf.atr": 6}, "trigger_points": []}
      """)

  @Argument(help: .client)
  var client: String
  @Option(help: ArgumentHelp("The findings; - is standard input.", valueName: "file"))
  var fromJson: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    var required = RequiredOptions()
    required.require(fromJson, "--from-json FILE")
    try required.check("evaluation new")
    let client = try await desk.find(client, console, writing: true)
    let pack = try ShareDirectory.contentPack()
    let evaluation = try InputFile(path: fromJson ?? "-").evaluation(for: pack)
    guard !console.dryRun else {
      return try console.wouldDo("record \(evaluation.findings.count) findings of \(client.label)")
    }
    let record = try await desk.recordEvaluation(
      id: .new(), client: client.id, evaluation: evaluation, contentVersion: pack.version)
    try console.say(
      record.json, "Evaluation \(record.shortID) of \(client.fullName): \(evaluation.findings.count) findings.")
    console.next("plumbline evaluation sign \(record.shortID)", "once it is right: it cannot be edited after that")
  }
}
