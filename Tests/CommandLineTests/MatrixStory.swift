import Foundation
import FoundationNetworking
import PostgreSQL
import TestSupport
import Testing

/// Runs the rows of the matrix one after the other: first Mira's dry run, then the attempts of the others, then Mira's
/// command. After each step the database is compared with its state before.
final class MatrixStory {
  private let scratch: ScratchInstance
  private let tree: CommandTree
  private let superuser: PostgresConnection
  private let folder: URL
  private let environment: [String: String]
  private var places: [String: String]
  private var contents: DatabaseContents
  /// How often Mira's output held a name that the others must not read. If it never did, its absence from theirs would
  /// prove nothing.
  private(set) var sightings = 0

  /// The names of clients and practices that each therapist must never read.
  private static let canaries: [ScratchInstance.Service: [String]] = [
    .mira: ["Sandgrouse", "Harbour"], .jonas: ["Quillfeather", "Sandgrouse", "Harbour"],
    .tom: ["Quillfeather", "Stillwater"],
  ]
  /// Commands whose dry run checks only the arguments: who opens a record in an emergency leaves a trace, and a login
  /// is tried with the service entry that the command writes.
  private static let untried = ["client open", "login"]
  /// Commands that print a document, with `--json` too.
  private static let documents = ["picture", "print", "preview", "export", "completion"]

  init(of scratch: ScratchInstance, tree: CommandTree) async throws {
    self.scratch = scratch
    self.tree = tree
    superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    let tag = UUID().uuidString.prefix(8)
    folder = FileManager.default.temporaryDirectory.appending(path: "matrix-\(tag)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Commands store their settings and logins here, never in the instance's own service file.
    let services = folder.appending(path: "services")
    let instance = ProcessInfo.processInfo.environment["PGSERVICEFILE"] ?? ""
    try FileManager.default.copyItem(atPath: instance, toPath: services.path)
    environment = ["XDG_CONFIG_HOME": folder.path, "PGSERVICEFILE": services.path]

    let client = try await scratch.newClient("Quillfeather \(tag)")
    let spare = try await scratch.json(["client", "add", "Quillfeather the spare \(tag)"])
    _ = try await scratch.json(["client", "add", "Sandgrouse \(tag)"], as: .tom)
    let locum = "Locum-\(tag)"
    _ = try await scratch.json(
      ["practitioner", "add", locum, "--practice", "Stillwater Massage"], as: .operator)
    places = [
      "client": client, "spare": spare["id"] as? String ?? "", "spare.short": spare["short_id"] as? String ?? "",
      "emergency": try await scratch.newClient("Emergency \(tag)"), "locum": locum, "canary": "Quillfeather",
      "template": "template-\(tag)", "arrival": "Arrival \(tag)", "nobody": "", "practice": "Stillwater Massage",
      "folder": folder.appending(path: "plans").path,
      "answers": try Self.answers(), "case": folder.appending(path: "case.json").path,
    ]
    try Data("{\"answers\": \(try Self.answers())}".utf8).write(to: folder.appending(path: "case.json"))
    // What earlier tests changed as these therapists is past undoing, however little time went by since.
    _ = try await superuser.query(Statement("update clinic.undo_log set undo_until = made_at"))
    try await scratch.registerOutboxKey()
    contents = try await DatabaseContents(of: superuser)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// - Parameter number: the row's place in the story.
  func tell(_ row: CommandRow, _ number: Int) async throws {
    let arguments = row.words.map(filled)
    let leaf = try #require(tree.leaf(of: row.words), "no command: \(row.words)")
    let writes = leaf.isWriting && !row.words.contains("--list")
    if writes {
      let dry = try await run(row, arguments + ["--dry-run"], as: row.isForTheOperator ? row.servant : .mira)
      #expect(dry.status == (row.mira == 64 ? 64 : 0), "\(arguments) --dry-run: \(dry.errorText)")
      if dry.status == 0 { #expect(dry.text.contains("would"), "\(arguments) --dry-run") }
    }
    let others = [(ScratchInstance.Service.jonas, row.jonas), (.tom, row.tom)]
    if writes {
      for (therapist, status) in oneIn(4, of: others, number)
      where status != 0 && !row.isForTheOperator && !Self.untried.contains(leaf.name) {
        let dry = try await run(row, arguments + ["--dry-run"], as: therapist)
        #expect(dry.status == status, "\(therapist) \(arguments) --dry-run: \(dry.errorText)")
      }
      try await expectNothingChanged("the dry run of \(arguments)")
    }
    for (therapist, status) in thoseWhoTry(others, number) {
      let run = try await run(row, arguments, as: therapist)
      #expect(run.status == status, "\(therapist) \(arguments): \(run.errorText)")
      if status == 3 || status == 4 { #expect(run.output.isEmpty, "\(therapist) \(arguments)") }
    }
    if row.jonas != 0, row.tom != 0 {
      try await expectNothingChanged("what was refused: \(arguments)")
    } else {
      contents = try await DatabaseContents(of: superuser)
    }
    let run = try await run(row, arguments, as: .mira)
    #expect(run.status == row.mira, "mira \(arguments): \(run.errorText)")
    if run.text.contains("Quillfeather") { sightings += 1 }
    guard writes, row.mira == 0 else { return try await expectNothingChanged("\(arguments)") }
    try await remember(run, row, leaf)
  }

  /// One of two who are refused, by turns: never the one who tried the dry run. Whoever is allowed, or refused alone,
  /// tries every time.
  private func thoseWhoTry(
    _ others: [(ScratchInstance.Service, Int32)], _ number: Int
  ) -> [(ScratchInstance.Service, Int32)] {
    others.allSatisfy { $0.1 != 0 } ? oneIn(2, of: others, number + 1) : others
  }

  private func remember(_ run: ProgramRun, _ row: CommandRow, _ leaf: CommandTree.Leaf) async throws {
    let before = contents
    contents = try await DatabaseContents(of: superuser)
    if leaf.name != "config set" { #expect(contents != before, "\(leaf.name) did nothing") }
    let made = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    if leaf.name == "plan issue" { try await checkIn(through: try #require(made?["url"] as? String)) }
    if leaf.name == "evaluation confirm" { try await keepPhoto(of: try #require(made?["id"] as? String)) }
    if leaf.name == "evaluation photo" { try await tapPhoto(of: try #require(made?["evaluation"] as? String)) }
    if leaf.name == "invite remind" || leaf.name == "outbox retry" {
      try await nameMessage(isSent: leaf.name == "outbox retry")
    }
    guard let place = row.makes else { return }
    places[place] = made?["id"] as? String
    if let item = (made?["draft"] as? [String])?.first { places["item"] = item }
  }

  /// Reports on the page of a plan that something hurts, with a flag that pauses no plan.
  private func checkIn(through page: String) async throws {
    var request = URLRequest(url: try #require(URL(string: "\(page)/worry")))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let submission = UUID().uuidString.lowercased()
    request.httpBody = Data(
      "form=worry&submission=\(submission)&checkin.safety=mood&checkin.stop_sign=no&checkin.note=Quillfeather".utf8)
    let (page, _) = try await URLSession.shared.data(for: request)
    #expect(String(decoding: page, as: UTF8.self).contains("Thank you"))
    contents = try await DatabaseContents(of: superuser)
  }

  /// As if somebody had taken a photo through the link and tapped two landmarks on it.
  private func tapPhoto(of evaluation: String) async throws {
    _ = try await superuser.query(
      Statement(
        """
        with photo as (
          insert into clinic.photos (practice_id, evaluation_id, view, id, width, height, sealed)
          select s.practice_id, s.evaluation_id, 'lateral_r', gen_random_uuid(), 900, 1200, '\\x01'
          from clinic.photo_sessions as s where s.evaluation_id = $1
          returning practice_id, evaluation_id, view)
        insert into clinic.photo_points (practice_id, evaluation_id, view, round, landmark, x, y)
        select p.*, 1, t.landmark, t.x, t.y
        from photo as p, (values ('lm.c7', 400, 600), ('lm.tragus', 500, 480)) as t (landmark, x, y)
        """, [.text(evaluation)]))
    contents = try await DatabaseContents(of: superuser)
  }

  /// Names the newest message; as if it had been sent, where that is asked for.
  private func nameMessage(isSent: Bool) async throws {
    if isSent {
      _ = try await superuser.query(
        Statement(
          "update clinic.messages set state = 'sent', handed_over_at = now() where id = $1",
          [.text(places["message"] ?? "")]))
      contents = try await DatabaseContents(of: superuser)
    }
    let newest = try await superuser.query(
      Statement("select id::text from clinic.messages order by created_at desc limit 1"))
    places["message"] = try newest.first.flatMap { try $0.text("id") }
  }

  /// As if a photo had been kept.
  private func keepPhoto(of evaluation: String) async throws {
    _ = try await superuser.query(
      Statement(
        """
        insert into clinic.kept_photos (practice_id, evaluation_id, view, picture, keep_until, kept_by)
        select e.practice_id, e.id, 'lateral_r', '\\x01', '2099-12-31', e.recorded_by
        from clinic.evaluations as e where e.id = $1
        """, [.text(evaluation)]))
    contents = try await DatabaseContents(of: superuser)
  }

  private func run(
    _ row: CommandRow, _ arguments: [String], as therapist: ScratchInstance.Service
  ) async throws -> ProgramRun {
    let run = try await scratch.run(
      arguments + ["--json"], as: therapist, input: filled(row.input), environment: environment)
    for canary in Self.canaries[therapist] ?? [] {
      let isSeen = run.text.contains(canary) || run.errorText.contains(canary)
      #expect(!isSeen, "\(therapist) reads of \(canary): \(arguments)")
    }
    if run.status == 0, Set(row.words).isDisjoint(with: Self.documents) {
      #expect(throws: Never.self, "\(arguments) is not JSON") {
        _ = try JSONSerialization.jsonObject(with: Data(run.output))
      }
    }
    return run
  }

  private func expectNothingChanged(_ operation: String) async throws {
    let now = try await DatabaseContents(of: superuser)
    #expect(now.changed(since: contents) == [], "\(operation) changed the database")
    contents = now
  }

  private func filled(_ text: String) -> String {
    places.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// A whole form that raises one red flag and holds a name to search for.
  private static func answers() throws -> String {
    try Probes.text(changing: ["health.conditions": ["raynaud"], "visit.reason": "Quillfeather hurts"])
  }
}
