import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// One client from invite to plan, through the built programs: over HTTP, then with the therapist's commands.
@Suite struct MainJobTests {
  let scratch: ScratchInstance
  let demo = URL(filePath: #filePath).appending(path: "../../../deploy/demo").standardized

  init() throws {
    scratch = try ScratchInstance.current()
  }

  @Test func walksFromTheClientsLinkToAPrintedPlan() async throws {
    let client = try await mira("client", "add", "Ana Lima", "--email", "ana@example.org").string("id")
    let invite = try await mira("invite", "link", client)
    try await fillForm(try invite.string("url"))

    let waiting = try await mira("intake", "list", "--to-review").list
    let ours = waiting.first { ($0["client_id"] ?? $0["client"]) as? String == client }
    let intake = try #require(ours?["id"] as? String)
    let shown = try await mira("intake", "show", intake)
    let answers = try #require(shown.object["answers"] as? [String: Any])
    let reason = try typed("visit.reason").first
    #expect(answers["visit.reason"] as? String == reason)
    #expect(answers["health.conditions"] as? [String] == ["raynaud", "high_bp"])
    #expect(answers["contact.weight_kg"] as? Double == 62.5)
    #expect((answers["pain.map"] as? [[String: Any]])?.isEmpty == false)

    let flags = try #require(shown.object["redflags"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(flags.contains("rf.cold_sensitive"))
    #expect(try await run("intake", "accept", intake).status == 5, "an unacknowledged red flag must hold the intake")
    for flag in flags {
      try await mira(
        "intake", "flag", intake, "--ack", flag, "--action", "adapt", "--note-file", file("flag-note.txt"))
    }
    try await mira("intake", "accept", intake)

    let evaluation = try await mira("evaluation", "new", client, "--from-json", file("evaluation.json")).string("id")
    try await mira("evaluation", "sign", evaluation)

    let drafted = try await mira("plan", "new", client)
    let plan = try drafted.string("id")
    let draft = try #require(drafted.object["draft"] as? [String])
    let offers = try #require(drafted.object["items"] as? [[String: Any]])
    let blocked = offers.filter { $0["effect"] as? String == "block" }.compactMap { $0["id"] as? String }
    #expect(!draft.isEmpty)
    #expect(blocked.contains("hc.ice_cycle"), "cold is not for cold-sensitive fingers")
    #expect(Set(draft).isDisjoint(with: blocked))
    #expect(try await run("plan", "add", plan, "hc.ice_cycle").status == 5)

    let page = try await mira("plan", "issue", plan).string("url")
    let text = try await export(plan, "text")
    let pdf = try await export(plan, "pdf")
    #expect(try await export(plan, "pdf") == pdf, "an issued plan keeps its bytes")

    let words = try await wordsOfPDF(pdf)
    let textWords = Self.words(String(decoding: text, as: UTF8.self))
    for item in draft {
      let title = try #require(offers.first { $0["id"] as? String == item }?["title"] as? String)
      #expect(words.contains(Self.words(title)), "the PDF lacks \(item)")
      #expect(textWords.contains(Self.words(title)), "the text lacks \(item)")
    }

    let shownPage = try await fetch(page)
    #expect(shownPage.status == 200)
    let another = try await mira("plan", "link", plan).string("url")
    #expect(try await fetch(page).status == 404, "a reissued link ends the old one")
    let reissued = try await fetch(another)
    #expect(reissued.status == 200)
    #expect(reissued.body.contains("Ana Lima"))
    #expect(try await export(plan, "pdf") == pdf, "what was issued does not change")
  }

  @Test func otherPracticesGetTheAnswerForAnIdThatNeverWas() async throws {
    let client = try await mira("client", "add", "Bo Chen").string("id")
    let foreign = try await scratch.plumbline("client", "show", client, as: .tom)
    let unknown = try await scratch.plumbline("client", "show", UUID().uuidString.lowercased(), as: .tom)
    #expect(foreign.status == 3)
    #expect(unknown.status == 3)
    #expect(!foreign.errorText.contains("Chen"))
  }

  @Test func anEmergencyAnswerHoldsEverythingButTheReferral() async throws {
    let client = try await mira("client", "add", "Karl Oduya").string("id")
    let url = try await mira("invite", "link", client).string("url")
    try await fillForm(url, changing: ["safety.saddle_numb": "yes"])
    let intake = try #require(
      try await mira("intake", "list", "--to-review").list
        .first { ($0["client_id"] ?? $0["client"]) as? String == client }?["id"] as? String)
    let flags = try #require(try await mira("intake", "show", intake).object["redflags"] as? [[String: Any]])
    #expect(flags.first?["urgency"] as? String == "emergency", "the most urgent flag comes first")
    for flag in flags.compactMap({ $0["id"] as? String }) {
      try await mira(
        "intake", "flag", intake, "--ack", flag, "--action", "refer", "--note-file", file("flag-note.txt"))
    }
    try await mira("intake", "accept", intake)
    let evaluation = try await mira("evaluation", "new", client, "--from-json", file("evaluation.json")).string("id")
    try await mira("evaluation", "sign", evaluation)
    let drafted = try await mira("plan", "new", client)
    #expect(drafted.object["mode"] as? String == "emergency")
    #expect(drafted.object["draft"] as? [String] == ["hc.ref_emergency"])
  }

  @Test func aFormWithARedFlagPausesThePlanThatIsOut() async throws {
    let client = try await mira("client", "add", "Pia Holm").string("id")
    try await fillForm(try await mira("invite", "link", client).string("url"))
    let first = try await newestIntake(of: client)
    for flag in try #require(try await mira("intake", "show", first).object["redflags"] as? [[String: Any]]) {
      let id = try #require(flag["id"] as? String)
      try await mira("intake", "flag", first, "--ack", id, "--action", "adapt", "--note-file", file("flag-note.txt"))
    }
    try await mira("intake", "accept", first)
    let plan = try await mira("plan", "new", client).string("id")
    let page = try await mira("plan", "issue", plan).string("url")
    #expect(try await fetch(page).status == 200)

    try await fillForm(try await mira("invite", "link", client).string("url"), changing: ["safety.saddle_numb": "yes"])
    let paused = try await fetch(page)
    #expect(paused.status == 410)
    #expect(paused.body.contains("Your plan is paused"))
    #expect(paused.body.contains("tel:+15550100100"), "whom to call")
    #expect(try await fetch("\(page)/plan.pdf").status == 410)
    #expect(try await mira("plan", "show", plan).object["state"] as? String == "paused")
    #expect(try await run("plan", "resume", plan).status == 5, "not while the flag waits")
  }

  func newestIntake(of client: String) async throws -> String {
    try #require(
      try await mira("intake", "list", "--to-review").list
        .first { ($0["client_id"] ?? $0["client"]) as? String == client }?["id"] as? String)
  }

  @Test func anUnknownLinkIsAPageThatSaysWhatToDo() async throws {
    let token = String(repeating: "A", count: 43)
    let (data, response) = try await URLSession.shared.data(from: scratch.url.appending(path: "i/\(token)"))
    #expect((response as? HTTPURLResponse)?.statusCode == 404)
    #expect(String(decoding: data, as: UTF8.self).contains("link"))
  }

  // MARK: as a therapist and as a client

  @discardableResult
  func mira(_ arguments: String...) async throws -> JSONAnswer {
    let run = try await ProgramRun.of(
      scratch.programs.appending(path: "plumbline"), arguments + ["--service", "mira", "--json"])
    try #require(run.status == 0, "plumbline \(arguments.joined(separator: " ")): \(run.errorText)")
    return JSONAnswer(bytes: run.output)
  }

  private func run(_ arguments: String...) async throws -> ProgramRun {
    try await ProgramRun.of(scratch.programs.appending(path: "plumbline"), arguments + ["--service", "mira", "--json"])
  }

  /// The demo's answers, a line of `field=value` each.
  func answerLines(changing changes: [String: String]) throws -> [String] {
    let today = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: .now)
    let (day, month, year) = (today.day ?? 1, today.month ?? 1, today.year ?? 2000)
    var lines = try String(contentsOf: demo.appending(path: "answers.txt"), encoding: .utf8)
      .replacing("@TODAY", with: Date.now.ISO8601Format(.iso8601.year().month().day()))
      .replacing("@DAY", with: "\(day)").replacing("@MONTH", with: "\(month)").replacing("@YEAR", with: "\(year)")
      .split(separator: "\n").map(String.init)
    for (field, value) in changes {
      lines = lines.map { $0.hasPrefix("\(field)=") ? "\(field)=\(value)" : $0 }
    }
    return lines
  }

  func fillForm(_ link: String, changing changes: [String: String] = [:]) async throws {
    let lines = try answerLines(changing: changes)
    let answers = FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID().uuidString).txt")
    try Data(lines.joined(separator: "\n").utf8).write(to: answers)
    defer { try? FileManager.default.removeItem(at: answers) }
    let run = try await ProgramRun.of(demo.appending(path: "fill-form"), [link, answers.path])
    try #require(run.status == 0, "fill-form: \(run.errorText)")
  }

  private func typed(_ field: String) throws -> [String] {
    try String(contentsOf: demo.appending(path: "answers.txt"), encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("\(field)=") }.map { String($0.dropFirst(field.count + 1)) }
  }

  private func fetch(_ page: String) async throws -> (status: Int?, body: String) {
    let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: page)))
    return ((response as? HTTPURLResponse)?.statusCode, String(decoding: data, as: UTF8.self))
  }

  private func file(_ name: String) -> String { demo.appending(path: name).path }

  private func export(_ plan: String, _ format: String) async throws -> [UInt8] {
    let exported = try await scratch.plumbline("plan", "export", plan, "--format", format, "-o", "-", as: .mira)
    try #require(exported.status == 0, "\(exported.errorText)")
    return exported.output
  }

  private func wordsOfPDF(_ bytes: [UInt8]) async throws -> String {
    let pdf = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: pdf)
    defer { try? FileManager.default.removeItem(at: pdf) }
    let extracted = try await ProgramRun.of(URL(filePath: "/usr/bin/pdftotext"), ["-raw", pdf.path, "-"])
    try #require(extracted.status == 0, "\(extracted.errorText)")
    return Self.words(extracted.text)
  }

  private static func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

/// What a command printed with `--json`.
struct JSONAnswer {
  let object: [String: Any]
  let list: [[String: Any]]

  init(bytes: [UInt8]) {
    let value = try? JSONSerialization.jsonObject(with: Data(bytes))
    object = value as? [String: Any] ?? [:]
    list = value as? [[String: Any]] ?? []
  }

  func string(_ key: String) throws -> String {
    try #require(object[key] as? String, "no \(key) in the answer")
  }
}
