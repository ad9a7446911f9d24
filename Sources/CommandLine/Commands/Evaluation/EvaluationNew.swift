import ArgumentParser
import Care
import Clinical
import Foundation
import Installation
import Records

struct EvaluationNew: WritingCommand, NeedsOptions {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Record an evaluation.",
    discussion: """
      On a terminal your editor opens with every finding, its unit, its bounds and its last value; --ask begins with a \
      quick look by eye and goes through the body area by area instead. Ctrl-C keeps what was answered in a file, and \
      says how to go on. From a program:
      {"findings": {"pf.fhp_cva": {"left": 44, "right": 45}, "pf.atr": 6}, \
      "trigger_points": ["upper trap, right, active, 3"]}
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("The findings; - is standard input.", valueName: "file"))
  var fromJson: String?
  @Flag(help: "Ask for one finding after the other.")
  var ask = false
  @Option(help: ArgumentHelp("Go on with what an interrupted session left.", valueName: "file"))
  var resume: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if fromJson != nil, ask || resume != nil {
      throw ValidationError("--from-json has all findings: it goes with neither --ask nor --resume.")
    }
  }

  func need(_ required: inout RequiredOptions, mayAsk: Bool) {
    if !mayAsk, resume == nil { required.require(fromJson, "--from-json FILE") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let pack = try ShareDirectory.contentPack()
    let findings = try await findings(of: client, desk, pack, console)
    guard !findings.evaluation.isEmpty else {
      console.edited.remove()
      throw CommandError(
        fromJson == nil && console.mayAsk ? .cancelled : .usage, "nothing was filled in; nothing was saved.")
    }
    let count = findings.evaluation.counted
    guard !console.dryRun else { return try console.wouldDo("record \(count) of \(client.label)") }
    let record = try await Evaluations(at: desk).record(findings, of: client)
    if let resume { try? FileManager.default.removeItem(atPath: resume) }
    try console.say(record.json, "Evaluation \(record.shortID) of \(client.fullName): \(count).")
    console.next("plumbline evaluation sign \(record.shortID)", "once it is right: it cannot be edited after that")
  }

  private func findings(
    of client: Client, _ desk: Desk, _ pack: ContentPack, _ console: Console
  ) async throws -> CheckedFindings {
    if let fromJson { return try InputFile(path: fromJson).findings(for: pack) }
    let standing = try await Evaluations(at: desk).standing(of: client.id, by: pack)
    let template = EvaluationTemplate(pack: pack, beside: standing)
    let draft = try resume.map { try InputFile(path: $0).text() }
    guard console.mayAsk else { return try template.read(draft ?? "") }
    if ask {
      var wizard = try wizard(for: client, template, draft, console)
      return try wizard.run()
    }
    let text = draft.map { $0 + "\n" } ?? template.text(title: "Evaluation of \(client.label)")
    return try Editor(console).edit(text, named: "evaluation.txt", accept: template.read)
  }

  /// Writes into the file that is resumed, unless that is standard input, or a dry run must leave it as it is.
  private func wizard(
    for client: Client, _ template: EvaluationTemplate, _ draft: String?, _ console: Console
  ) throws -> EvaluationWizard {
    let resumed = console.dryRun || resume == "-" ? nil : resume
    let file = try resumed ?? EditedFile.make(named: "evaluation.txt", console.settings.environment)
    console.edited.keep(
      file, resume: "plumbline evaluation new \(client.shortID) --ask --resume \(file.quotedForShell)",
      isWritten: draft != nil)
    return EvaluationWizard(
      template: template, console: console, answered: EvaluationTemplate.answers(in: draft ?? ""), file: file)
  }
}
