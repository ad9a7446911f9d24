import ArgumentParser
import Care
import Clinical
import Installation
import Records

struct EvaluationMeasure: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Work findings out from landmarks marked on photos.",
    discussion: """
      The file: {"view": "lateral_r", "landmarks": {"lm.c7": [400, 600]}, "scale_mm": 200}, or several as {"photos": []}.
      With a client the findings become a new evaluation; without, they are printed. With --photo the points must lie in \
      that picture, which is looked at and not kept. On a phone or tablet: plumbline evaluation photo.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String?
  @Option(help: ArgumentHelp("The landmarks; - is standard input.", valueName: "file"))
  var landmarks: String?
  @Option(help: ArgumentHelp("The picture, JPEG or PNG, in whose pixels the landmarks are.", valueName: "file"))
  var photo: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard client == nil else { return try await runAtDesk() }
    let console = global.console(writing: writing)
    let pack = try ShareDirectory.contentPack()
    try show(measured(pack, console).evaluation, pack, console)
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client ?? "", console, writing: true)
    let findings = try measured(ShareDirectory.contentPack(), console)
    let evaluation = findings.evaluation
    let count = evaluation.findings.count.counted("measured finding")
    guard !console.dryRun else { return try console.wouldDo("record \(count) of \(client.label)", evaluation.json) }
    let record = try await Evaluations(at: desk).record(findings, of: client)
    try console.say(record.json, "Evaluation \(record.shortID) of \(client.fullName): \(count).")
    console.next("plumbline evaluation sign \(record.shortID)", "once it is right")
  }

  private func measured(_ pack: ContentPack, _ console: Console) throws -> CheckedFindings {
    var required = RequiredOptions()
    required.require(landmarks, "--landmarks FILE")
    try required.check("evaluation measure")
    let file = try InputFile(path: landmarks ?? "-").landmarks(for: pack)
    var evaluation = Evaluation()
    evaluation.record(pack.measurements(from: file))
    if let photo { evaluation.photos = try MarkedPicture(path: photo).holding(file) }
    for warning in pack.warnings(about: file) { console.warn(warning) }
    return try CheckedFindings(evaluation, pack)
  }

  private func show(_ evaluation: Evaluation, _ pack: ContentPack, _ console: Console) throws {
    var report = Report()
    for definition in pack.findings {
      guard let finding = evaluation.findings[definition.id] else { continue }
      let levelled = evaluation.methods[definition.id]?.isLevelled == false ? "  (not levelled)" : ""
      report.fact(definition.plainName, finding.words(of: definition) + levelled)
    }
    try console.show(evaluation.json, report)
  }
}
