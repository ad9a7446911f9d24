import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// Messages from the command that sends them to what the mail system was given, in the built program.
@Suite(.serialized) struct OutboxTests {
  private let scratch: ScratchInstance
  private let folder: URL
  private let environment: [String: String]

  init() async throws {
    scratch = try ScratchInstance.current()
    folder = FileManager.default.temporaryDirectory.appending(path: "outbox-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appending(path: "sendmail")
    let script = """
      #!/bin/sh
      [ ! -e \(folder.path)/refuse ] || exit "$(cat \(folder.path)/refuse)"
      { echo "$*"; cat; } >"$(mktemp \(folder.path)/mail.XXXXXX)"
      """
    try Data(script.utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    environment = [
      "PLUMBLINE_SENDMAIL": program.path, "PLUMBLINE_OUTBOX_KEY": folder.appending(path: "key").path,
      "PLUMBLINE_SMS_COMMAND": program.path, "PLUMBLINE_MAIL_FROM": "desk@stillwater.example",
    ]
    // What other tests have sent is not ours to wait for.
    try await run()
    try await atNoon()
  }

  @Test func anInviteIsSentOnceAndItsLinkOpensTheForm() async throws {
    let client = try await newClient()
    let sent = try await scratch.json(["invite", "send", client, "--before-visit", "+9d", "--remind", "48h,24h"])
    #expect(
      (sent["messages"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } == [
        "invite", "invite_reminder", "invite_reminder",
      ])
    try await run()
    try await run()
    let mails = try mails(to: client)
    #expect(mails.count == 1)
    #expect(
      try FileManager.default.attributesOfItem(atPath: folder.appending(path: "key").path)[.posixPermissions] as? Int
        == 0o600)
    let text = mails.joined().replacing("=\n", with: "")
    let link = try #require(text.firstMatch(of: /http:[^ \n]*\/i\/[A-Za-z0-9_-]{43}/)).0
    let (_, answer) = try await URLSession.shared.data(from: try #require(URL(string: String(link))))
    #expect((answer as? HTTPURLResponse)?.statusCode == 200)
    #expect(try await states(client) == ["waiting", "waiting", "sent"])
  }

  @Test func remindersWhoseTimeIsOverAreNamed() async throws {
    let client = try await newClient()
    let run = try await scratch.run(
      ["invite", "send", client, "--before-visit", "tomorrow", "--remind", "9d,8d"], as: .mira)
    #expect(run.status == 0 && run.errorText.contains("It is too late for 2 reminders"), "\(run.errorText)")
  }

  @Test(arguments: [("email", "e-mail address"), ("sms", "phone number")])
  func whoHasNoAddressIsNamedWithTheNextStep(channel: String, lacks: String) async throws {
    let client = try await scratch.newClient("Without address \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["invite", "send", client, "--by", channel, "-n"], as: .mira)
    #expect(run.status == 5 && run.errorText.contains("has no \(lacks)."), "\(run.errorText)")
    #expect(run.errorText.contains("plumbline client edit"))
  }

  @Test func aDryRunShowsTheWordsAndSendsNothing() async throws {
    let client = try await newClient()
    let run = try await scratch.run(["invite", "send", client, "--dry-run"], as: .mira)
    #expect(
      run.errorText.contains("asks you to fill in a form") && run.errorText.contains("[LINK]"), "\(run.errorText)")
    #expect(run.status == 0 && run.text.contains("would send 1 message"))
    #expect(try await states(client) == [])
  }

  @Test func whatTheMailSystemRefusesIsTriedAgainAndThenStandsInToday() async throws {
    let client = try await newClient()
    _ = try await scratch.json(["invite", "send", client])
    try refuse(75)
    try await run()
    #expect(try await states(client) == ["waiting"])
    try await run()
    #expect(try await messages(client).first?["tries"] as? Int == 1, "not before its time")
    try await retry(client)
    try refuse(67)
    try await run()
    #expect(try await states(client) == ["failed"])
    let today = try await scratch.run(["today"], as: .mira).text
    #expect(today.contains("not delivered"), "\(today)")
    try refuse(nil)
    try await retry(client)
    try await run()
    #expect(try await states(client) == ["sent"])
    let message = try #require(try await messages(client).first?["short_id"] as? String)
    _ = try await scratch.json(["outbox", "bounced", message, "--reason", "mailbox full"])
    #expect(try await messages(client).first?["reason"] as? String == "mailbox full")
    _ = try await scratch.json(["outbox", "cancel", message])
    #expect(try await states(client) == ["cancelled"])
  }

  @Test func whatWasSealedToAKeyThatIsGoneFailsAndSaysSo() async throws {
    let client = try await newClient()
    _ = try await scratch.json(["invite", "send", client])
    try FileManager.default.removeItem(at: folder.appending(path: "key"))
    try await run()
    #expect(
      try await messages(client).first?["reason"] as? String
        == "its link was sealed to another key of the outbox: send it anew")
  }

  @Test func aShortMessageGoesToTheCommandOfThePractice() async throws {
    let client = try await newClient()
    _ = try await scratch.json(["client", "edit", client, "--set", "phone=+1 555 0199"])
    _ = try await scratch.json(["invite", "send", client, "--by", "sms"])
    try await run()
    let texts = try files().filter { $0.hasPrefix("+1 555 0199\n") }
    #expect(texts.count == 1 && texts.joined().contains("asks you to fill in a form: http"))
  }

  @Test func aPlanIsSentWithTheLinkThatIsPrintedOnIt() async throws {
    let client = try await newClient()
    let intake = try await scratch.json(
      ["intake", "start", client, "--from-json", "-"], input: try Probes.text(changing: [:]))
    _ = try await scratch.json(["intake", "accept", try #require(intake["id"] as? String)])
    let plan = try #require(try await scratch.json(["plan", "new", client])["id"] as? String)
    let url = try #require(try await scratch.json(["plan", "issue", plan])["url"] as? String)
    _ = try await scratch.json(["plan", "send", plan])
    try await run()
    #expect(try mails(to: client).joined().replacing("=\n", with: "").contains(url))
    // The link that the outbox does not know: another one, on demand only.
    _ = try await superuser("delete from clinic.outbox_links where target = '\(plan)'")
    let refused = try await scratch.run(["plan", "send", plan], as: .mira)
    #expect(refused.status == 6 && refused.errorText.contains("--new-link"), "\(refused.errorText)")
    _ = try await scratch.json(["plan", "send", plan, "--new-link"])
  }

  @Test func aTherapistIsToldWithoutANameWhenSomebodyAsksToBeCalled() async throws {
    let client = try await newClient()
    let address = "mira-\(UUID().uuidString.prefix(8))@example.org"
    _ = try await scratch.json(["practice", "set", "notices", address])
    let url = try #require(try await scratch.json(["invite", "link", client])["url"] as? String)
    var request = URLRequest(url: try #require(URL(string: "\(url)/call")))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    _ = try await URLSession.shared.data(for: request)
    try await run()
    let mail = try #require(try files().first { $0.contains("To: <\(address)>") })
    #expect(
      mail.contains("Something in Plumbline needs you today.") && !mail.contains("Letter Reader")
        && !mail.contains("List-Unsubscribe"))
    _ = try await scratch.json(["practice", "set", "notices", ""])
    let refused = try await scratch.run(["practice", "set", "notices", "mira"], as: .mira)
    #expect(refused.status == 64)
  }

  @Test func whatAMailSystemReportsAsFailedStandsInTodayAndWhatItStillTriesDoesNot() async throws {
    let client = try await newClient()
    _ = try await scratch.json(["invite", "send", client])
    try await run()
    let sent = try #require(try mails(to: client).first?.firstMatch(of: /Message-ID: <(.*)>/)).1
    #expect(try await receive(deliveryReport(of: "<\(sent)>", action: "delayed", status: "4.4.1")).status == 0)
    #expect(try await states(client) == ["sent"])
    let stranger = try await receive(
      "From: ana@example.org\nMessage-ID: <\(sent)>\nSubject: Hello\n\nMay I come later?\n")
    #expect(stranger.status == 1 && stranger.errorText.contains("Please write to your practice"))
    let report = deliveryReport(of: "<\(sent)>", action: "failed", status: "5.1.1")
    let unreachable = try await receive(report, ["PGHOST": "/nowhere", "PGSERVICE": ""])
    #expect(unreachable.status == 75, "the mail system keeps it and tries again: \(unreachable.errorText)")
    #expect(try await receive(report, dryRun: true).text.contains("would note"))
    #expect(try await states(client) == ["sent"])
    #expect(try await receive(report).status == 0)
    #expect(try await messages(client).first?["reason"] as? String == "there is no such address (5.1.1)")
    #expect(try await receive(report).text.contains("Nothing to note"), "once")
    let today = try await scratch.run(["today"], as: .mira).text
    #expect(today.contains("not delivered"), "\(today)")
    let timeline = try await scratch.run(["client", "timeline", client, "--width", "200"], as: .mira).text
    #expect(timeline.contains("invite: there is no such address"), "\(timeline)")
  }

  // MARK: an outbox of its own

  private func receive(_ mail: String, _ settings: [String: String] = [:], dryRun: Bool = false) async throws
    -> ProgramRun
  {
    try await scratch.run(
      ["outbox", "receive"] + (dryRun ? ["--dry-run"] : []), as: settings.isEmpty ? .outbox : nil, input: mail,
      environment: settings)
  }

  private func newClient() async throws -> String {
    let name = "Letter Reader \(UUID().uuidString.prefix(8))"
    let email = name.replacing(" ", with: ".").lowercased() + "@example.org"
    return try await scratch.json(["client", "add", name, "--email", email])["id"] as? String ?? ""
  }

  @discardableResult private func run() async throws -> ProgramRun {
    let run = try await scratch.run(["outbox", "run"], as: .outbox, environment: environment)
    #expect(run.status == 0, "\(run.errorText)")
    return run
  }

  /// Has it be noon in the practice, at whatever hour this test runs.
  private func atNoon() async throws {
    _ = try await superuser(
      """
      update clinic.practices set time_zone = (
        select z.name from pg_timezone_names as z
        where z.name ~ '^Etc/GMT[+-][0-9]+$' and extract(hour from statement_timestamp() at time zone z.name) = 12
        order by z.name limit 1)
      """)
  }

  private func superuser(_ query: String) async throws -> String {
    try await ProgramRun.of(
      URL(filePath: "/usr/bin/psql"), ["service=superuser", "-XqAt", "-c", query], input: "", environment: [:]
    ).text
  }

  private func messages(_ client: String) async throws -> [[String: Any]] {
    let run = try await scratch.run(["outbox", "list", client, "--json"], as: .mira)
    return try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]] ?? []
  }

  private func states(_ client: String) async throws -> [String] {
    try await messages(client).compactMap { $0["state"] as? String }
  }

  private func retry(_ client: String) async throws {
    let message = try #require(try await messages(client).first?["short_id"] as? String)
    _ = try await scratch.json(["outbox", "retry", message])
  }

  private func refuse(_ status: Int?) throws {
    let file = folder.appending(path: "refuse")
    try? FileManager.default.removeItem(at: file)
    if let status { try Data("\(status)".utf8).write(to: file) }
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("mail.") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  private func mails(to client: String) throws -> [String] {
    // The address ends with what the name does, which is in no other.
    try files().filter { $0.contains("Subject: ") && $0.contains("letter.reader") }
  }
}
