import ArgumentParser
import Care
import Clinical
import Records

struct EvaluationEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an evaluation until it is signed.",
    discussion: "On a terminal your editor opens with the values as they are.")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @Option(help: ArgumentHelp("All findings, also those that stay; - is standard input.", valueName: "file"))
  var fromJson: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console, preferring: [.draft])
    let findings = try await record.changed(fromJson, "evaluation edit", desk, console)
    let edited = try await Evaluations(at: desk).edit(record, to: findings, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("change evaluation \(record.shortID)") }
    try console.say(edited.json, "Evaluation \(edited.shortID) changed.")
  }
}

struct EvaluationAmend: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct a signed evaluation; what was signed stays in the record.")

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @Option(help: ArgumentHelp("All findings, also those that stay; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Option(help: "Why; on a terminal it is asked for.")
  var reason: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    guard !mayAsk else { return }
    required.require(fromJson, "--from-json FILE")
    required.require(reason, "--reason REASON")
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console, preferring: [.signed, .amended])
    let findings = try await record.changed(fromJson, "evaluation amend", desk, console)
    let reason = try console.explanation(reason, "Why is evaluation \(record.shortID) corrected?")
    let (amended, pauses) = try await Evaluations(at: desk).amend(
      record, to: findings, reason: reason, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("amend evaluation \(record.shortID)") }
    try console.say(amended.json, "Evaluation \(amended.shortID) amended.")
    console.say(pauses)
    try pauses?.refuseStillOut()
  }
}

extension EvaluationRecord {
  /// Returns the findings that replace all others, from a file or from the editor.
  fileprivate func changed(
    _ file: String?, _ command: String, _ desk: Desk, _ console: Console
  ) async throws -> CheckedFindings {
    let pack = try await desk.content(contentVersion)
    if let file { return try InputFile(path: file).findings(for: pack) }
    guard console.mayAsk else {
      var required = RequiredOptions()
      required.require(file, "--from-json FILE")
      try required.check(command)
      return try CheckedFindings(evaluation, pack)
    }
    let template = EvaluationTemplate(pack: pack)
    let text = template.text(title: "Evaluation \(shortID) of \(clientName)", filled: evaluation)
    return try Editor(console).edit(text, named: "evaluation.txt", accept: template.read)
      .keepingPhotos(of: evaluation)
  }
}
