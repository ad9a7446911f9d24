import Clinical
import Foundation
import FoundationNetworking
import Installation
import TestSupport
import Testing

/// Every place says the same about one client: `assess`, the headline of the intake, `today`, `client show`, the plan,
/// and the paper.
@Suite(.serialized) struct AgreementTests {
  let scratch: ScratchInstance
  let pack: ContentPack

  init() throws {
    scratch = try ScratchInstance.current()
    pack = try ShareDirectory.contentPack()
  }

  /// A client, and what every place must say about them.
  struct Person: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The answers, as JSON, that differ from those of a healthy person.
    let answers: String
    let urgency: RedFlag.Urgency?
    let mode: String
    let massage: String
    /// The sentence under the name on `intake show`.
    let headline: String
    /// What `client show` and `plan show` say about massage.
    let inShort: String
  }

  static let people = [
    Person(
      testDescription: "emergency", answers: #"{"safety.saddle_numb": "yes"}"#, urgency: .emergency, mode: "emergency",
      massage: "stop", headline: "No massage. Refer.", inShort: "none; refer"),
    Person(
      testDescription: "urgent", answers: #"{"safety.skin": ["shingles"]}"#, urgency: .urgent, mode: "hold",
      massage: "defer", headline: "No massage today: wait until this is clarified.",
      inShort: "not before this is clarified"),
    Person(
      testDescription: "refer", answers: #"{"safety.weight_loss": "yes"}"#, urgency: .refer, mode: "normal",
      massage: "ok", headline: "Massage as usual. The red flags ask for something else.",
      inShort: "as usual; the red flags ask for something else"),
    Person(
      testDescription: "caution", answers: #"{"health.conditions": ["glaucoma"]}"#, urgency: .caution, mode: "normal",
      massage: "modify", headline: "Massage, adapted.", inShort: "adapted to what the intake says"),
    Person(
      testDescription: "none", answers: "{}", urgency: nil, mode: "normal", massage: "ok",
      headline: "No red flag was raised by what was answered.", inShort: "no red flag was raised by what was answered"),
  ]

  @Test(arguments: people)
  func saysTheSameOfAClientEverywhere(_ person: Person) async throws {
    let name = "Agreed \(person.testDescription) \(UUID().uuidString.prefix(8))"
    let client = try await newClient(name)
    let answers = try answers(of: person, called: name)
    let assessed = try await assess(answers)
    #expect(assessed.mode == person.mode && assessed.massage == person.massage)
    #expect(assessed.flags.map(\.urgency).max() == person.urgency)

    _ = try await jonas("intake", "start", client, "--from-json", "-", input: answers)
    try await expectHeadline(of: client, person, assessed)
    try await expectToday(name, person)
    try await expectClient(client, person, assessed)
    for flag in assessed.flags {
      _ = try await jonas("intake", "flag", client, "--ack", flag.id.rawValue, "--action", "refer", "--note-file", "-")
    }
    _ = try await jonas("intake", "accept", client)
    try await expectClient(client, person, assessed)
    try await expectPlanAndPaper(of: client, person, assessed)
  }

  @Test func saysThatAPlanIsOutOfUseWhereverItIsShown() async throws {
    let name = "Agreed paused \(UUID().uuidString.prefix(8))"
    let client = try await newClient(name)
    _ = try await jonas(
      "intake", "start", client, "--from-json", "-", input: answers(of: Self.people[4], called: name))
    _ = try await jonas("intake", "accept", client)
    let plan = try #require(try await jonas("plan", "new", client)["id"] as? String)
    let url = try #require(try await jonas("plan", "issue", plan)["url"] as? String)
    _ = try await jonas(
      "intake", "amend", client, "--from-json", "-", "--reason", "misread", input: #"{"safety.saddle_numb": "yes"}"#)
    #expect(try await text("today").contains("\(name) (emergency)"))
    let shown = try await text("client", "show", client)
    #expect(shown.contains("none; refer") && shown.contains("paused"))
    #expect(try await text("plan", "show", plan).contains("paused"))
    let page = try await URLSession.shared.data(from: try #require(URL(string: url))).0
    #expect(String(decoding: page, as: UTF8.self).contains("paused"))
  }

  // MARK: places

  private func expectHeadline(of client: String, _ person: Person, _ assessed: Assessed) async throws {
    let intake = try await jonas("intake", "show", client)
    #expect(intake["massage"] as? String == person.massage)
    let raised = (intake["redflags"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    #expect(Set(raised) == Set(assessed.flags.map(\.id.rawValue)))
    #expect(try await text("intake", "show", client).contains(person.headline))
  }

  private func expectToday(_ name: String, _ person: Person) async throws {
    let today = try await text("today")
    guard let urgency = person.urgency else {
      #expect(!today.contains("\(name) ("))
      return
    }
    // `today` names the first few, the most pressing first.
    if urgency >= .urgent { #expect(today.contains("\(name) (\(urgency.rawValue))"), "\(today)") }
  }

  private func expectClient(_ client: String, _ person: Person, _ assessed: Assessed) async throws {
    let intake = try #require(try await jonas("client", "show", client)["intake"] as? [String: Any])
    #expect(intake["massage"] as? String == person.massage)
    #expect(Set(intake["redflags"] as? [String] ?? []) == Set(assessed.flags.map(\.id.rawValue)))
    let page = try await text("client", "show", client)
    #expect(page.contains(person.inShort), "\(page)")
    for flag in assessed.flags where flag.urgency > .caution { #expect(page.contains(flag.title), "\(page)") }
  }

  private func expectPlanAndPaper(of client: String, _ person: Person, _ assessed: Assessed) async throws {
    let plan = try await jonas("plan", "new", client)
    let id = try #require(plan["id"] as? String)
    #expect(plan["mode"] as? String == person.mode && plan["massage"] as? String == person.massage)
    #expect(Set(plan["redflags"] as? [String] ?? []) == Set(assessed.flags.map(\.id.rawValue)))
    #expect(Set(plan["draft"] as? [String] ?? []) == Set(assessed.draft))
    #expect(try await text("plan", "show", id).contains(person.inShort))
    _ = try await jonas("plan", "issue", id)
    let paper = Self.words(try await text("plan", "export", id, "--format", "text"))
    for flag in assessed.flags { #expect(paper.contains(Self.words(flag.clientMessage)), "\(flag.id)") }
    for item in assessed.draft {
      #expect(paper.contains(Self.words(pack.item(.init(rawValue: item))?.title ?? item)), "\(item)")
    }
  }

  // MARK: helpers

  private struct Assessed {
    let mode: String
    let massage: String
    let flags: [RedFlag]
    let draft: [String]
  }

  private func assess(_ answers: String) async throws -> Assessed {
    let run = try await scratch.run(["assess", "-"], input: "{\"answers\": \(answers)}")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let plan = try #require(report["plan"] as? [String: Any])
    let flags = (report["redflags"] as? [String] ?? []).compactMap { pack.redFlag(.init(rawValue: $0)) }
    return Assessed(
      mode: plan["mode"] as? String ?? "", massage: plan["massage"] as? String ?? "", flags: flags,
      draft: plan["draft"] as? [String] ?? [])
  }

  /// Added as Jonas, who has few clients, so that `today` names them all.
  private func jonas(_ words: String..., input: String = "told them") async throws -> [String: Any] {
    try await scratch.json(words, as: .jonas, input: input)
  }

  private func text(_ words: String...) async throws -> String {
    let run = try await scratch.run(words + (words.contains("export") ? [] : ["--width", "200"]), as: .jonas)
    #expect(run.status == 0, "\(run.errorText)")
    return run.text
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Adds a client whose details are those of the answers, so that accepting them changes nothing that could be undone.
  private func newClient(_ name: String) async throws -> String {
    let details = ["--birth-date", "1986-05-04", "--phone", "+1 555 010 0100"]
    let added = try await scratch.json(["client", "add", name, "--yes"] + details, as: .jonas)
    return try #require(added["id"] as? String)
  }

  private func answers(of person: Person, called name: String) throws -> String {
    let changes = try #require(try JSONSerialization.jsonObject(with: Data(person.answers.utf8)) as? [String: Any])
    return try Probes.text(changing: changes.merging(["contact.full_name": name]) { $1 })
  }
}
