import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// Check-ins through the page of an issued plan, over HTTP, and what the therapist sees of them.
@Suite(.serialized) struct CheckInTests {
  let scratch: ScratchInstance
  let job: MainJobTests

  init() throws {
    scratch = try ScratchInstance.current()
    job = try MainJobTests()
  }

  @Test func theWeeklyOneHasThreeQuestionsAndAWorryLeadsToMore() async throws {
    let (client, _, page) = try await issuedPlan(of: "Weekly")
    #expect(try await get(page).body.contains("How is it going?"), "the page of the plan leads to it")
    let form = try await get("\(page)/how")
    #expect(form.status == 200 && !form.body.contains("<script"))
    for name in ["checkin.pain_avg7", "checkin.days_done", "checkin.worry"] {
      #expect(form.body.contains("name=\"\(name)\""))
    }
    #expect(!form.body.contains("name=\"checkin.sleep\""), "the fuller form is not due in the first week")

    let missing = try await post(["checkin.pain_avg7": "11"], to: "\(page)/how", form: "weekly")
    #expect(missing.status == 422 && missing.body.contains("value=\"11\"") == false)
    #expect(try await checkIns(of: client).isEmpty, "nothing half-written")

    let calm = try await post(Self.calm, to: "\(page)/how", form: "weekly")
    #expect(calm.status == 200 && calm.body.contains("Thank you"), "\(calm.body)")
    #expect(try await job.mira("today").object["checkins_to_read"] as? Int != nil)
    #expect(try await today().contains("Weekly") == false, "an ordinary check-in waits for nobody")

    let worried = try await post(Self.calm.merging(["checkin.worry": "yes"]) { $1 }, to: "\(page)/how", form: "weekly")
    #expect(worried.body.contains("What worries you?") && worried.body.contains("name=\"checkin.safety\""))
    #expect(try await today().contains("something worries the client"), "stored before anything else is asked")
    #expect(try await checkIns(of: client).count == 2)
    let everyones = try await job.mira("checkin", "list").list
    #expect(everyones.count { $0["client"] as? String == client } == 2, "without a client it is the list of all")
    let newest = try await job.mira("checkin", "list", "--limit", "1").list
    #expect(newest.count == 1 && newest[0]["client"] as? String == client && newest[0]["pain"] == nil)
  }

  @Test func theSameSubmissionIsStoredOnce() async throws {
    let (client, _, page) = try await issuedPlan(of: "Twice")
    let submission = UUID().uuidString.lowercased()
    for _ in 1...3 {
      let sent = try await post(Self.calm, to: "\(page)/how", form: "weekly", submission: submission)
      #expect(sent.body.contains("Thank you"))
    }
    #expect(try await checkIns(of: client).count == 1)
  }

  @Test func anEmergencyPausesThePlanAndShowsWhatToDo() async throws {
    let (client, plan, page) = try await issuedPlan(of: "Emergency")
    let told = try await post(
      ["checkin.safety": "bladder_saddle", "checkin.stop_sign": "no"], to: "\(page)/worry", form: "worry")
    #expect(told.status == 200 && told.body.contains("emergency number"), "\(told.body)")
    #expect(told.body.contains("Your plan is paused"))
    #expect(try await get(page).status == 410)
    #expect(try await job.mira("plan", "show", plan).object["state"] as? String == "paused")
    let lines = try await today()
    #expect(lines.contains("EMERGENCY"), "\(lines)")

    let checkIn = try #require(try await checkIns(of: client).first?["short_id"] as? String)
    let bare = try await scratch.plumbline("checkin", "ack", checkIn, as: .mira)
    #expect(bare.status == 5 && bare.errorText.contains("--action"), "\(bare.errorText)")
    #expect(try await scratch.plumbline("plan", "resume", plan, as: .mira).status == 5)
    try await job.mira(
      "checkin", "ack", checkIn, "--action", "refer", "--note-file", job.demo.appending(path: "flag-note.txt").path)
    #expect(try await scratch.plumbline("plan", "resume", plan, as: .mira).status == 0)
    #expect(try await get(page).status == 200)
  }

  @Test func aNoteAboutACheckInIsNeverLost() async throws {
    let (client, _, page) = try await issuedPlan(of: "Noted")
    _ = try await post(Self.calm, to: "\(page)/how", form: "weekly")
    let note = job.demo.appending(path: "flag-note.txt")
    let words = try String(contentsOf: note, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    let acted = try await scratch.plumbline(
      "checkin", "ack", client, "--action", "adapt", "--note-file", note.path, as: .mira)
    #expect(acted.status == 64 && acted.errorText.contains("raised no red flag"), "\(acted.errorText)")
    try await job.mira("checkin", "ack", client, "--note-file", note.path)
    #expect(try await job.mira("checkin", "show", client).object["note"] as? String == words)
    let again = try await scratch.plumbline("checkin", "ack", client, "--note-file", note.path, as: .mira)
    #expect(again.status == 6 && again.errorText.contains("nothing was noted"), "\(again.errorText)")
  }

  @Test func whatHurtsALotIsPausedOnThePage() async throws {
    let (client, issued, page) = try await issuedPlan(of: "Hurting")
    let form = try await get("\(page)/worry").body
    #expect(form.contains("name=\"checkin.items.hurt.1\""))
    let told = try await post(
      ["checkin.safety": "none", "checkin.stop_sign": "no", "checkin.items.hurt.1": "a_lot"], to: "\(page)/worry",
      form: "worry")
    #expect(told.body.contains("Please leave this out"))
    let plan = try await get(page)
    #expect(plan.status == 200 && plan.body.contains("Please leave this out"), "the rest of the plan goes on")
    let shown = try await job.mira("checkin", "show", client).object
    #expect((shown["paused_items"] as? [String])?.count == 1)
    #expect((shown["advice"] as? [String])?.contains { $0.hasPrefix("hurts a lot") } == true)
    let item = try #require((shown["paused_items"] as? [String])?.first)
    let revised = try await job.mira("plan", "revise", issued).object
    let gone = try #require((revised["changes"] as? [String: Any])?["gone"] as? [[String: Any]])
    #expect(
      gone.contains { $0["item"] as? String == item && "\($0["why"] ?? "")".contains("hurts a lot") },
      "the next version of the plan leaves it out, and says why")
    let items = try #require(revised["items"] as? [[String: Any]])
    #expect(!items.isEmpty && !items.contains { $0["item"] as? String == item })
    let proposed = try #require(try await job.mira("plan", "new", client).object["draft"] as? [String])
    #expect(!proposed.isEmpty && !proposed.contains(item), "nor does a new plan propose it")
    let trend = try await scratch.plumbline("client", "trend", client, as: .mira)
    #expect(trend.status == 0)
  }

  @Test func aNumberThatCannotBeReadIsAskedForBesideItsField() async throws {
    let (client, _, page) = try await issuedPlan(of: "Unreadable")
    let told = ["checkin.safety": "none", "checkin.stop_sign": "no", "checkin.items.times.1": "often"]
    let asked = try await post(told, to: "\(page)/worry", form: "worry")
    #expect(asked.status == 422 && asked.body.contains("href=\"#checkin.items.times.1\""), "\(asked.body)")
    #expect(asked.body.contains("“often” is not a number.") && asked.body.contains("value=\"often\""))
    #expect(try await checkIns(of: client).isEmpty)
    let mended = try await post(told.merging(["checkin.items.times.1": "5"]) { $1 }, to: "\(page)/worry", form: "worry")
    #expect(mended.body.contains("Thank you"))
  }

  @Test func aLinkThatIsNoneTellsNothing() async throws {
    let (_, _, page) = try await issuedPlan(of: "Linked")
    let stranger = page.replacing(/p\/.*/, with: "p/" + String(repeating: "A", count: 43))
    #expect(try await get("\(stranger)/how").status == 404)
    #expect(try await post(Self.calm, to: "\(stranger)/how", form: "weekly").status == 404)
    let cross = try await post(Self.calm, to: "\(page)/how", form: "weekly", origin: "https://elsewhere.example")
    #expect(cross.status == 403, "a form of another site")
    #expect(try await post(Self.calm, to: "\(page)/how", form: "daily").status == 422)
    #expect(try await post(Self.calm, to: "\(page)/how", form: "weekly", submission: "x").status == 422)
  }

  @Test func theLinkOfAPlanThatHasEndedTellsTheTherapistAndShowsNothing() async throws {
    let (client, plan, page) = try await issuedPlan(of: "Ended")
    let days = "update clinic.plan_copies set expires_at = '2020-01-02' where plan_id = '\(plan)'"
    _ = try await ProgramRun.of(URL(filePath: "/usr/bin/psql"), ["service=superuser", "-XqAt", "-c", days])
    for address in [page, "\(page)/how", "\(page)/plan.pdf"] {
      let ended = try await get(address)
      #expect(ended.status == 410 && ended.body.contains("This link has ended"), "\(address): \(ended)")
      #expect(ended.body.contains("Before you go on with a copy") && !ended.body.contains("Stillwater"))
    }
    let lost = try await post(Self.calm, to: "\(page)/how", form: "weekly")
    #expect(lost.status == 410 && lost.body.contains("Ask for a new link"), "\(lost)")
    #expect(try await today().contains("Ended") == false, "looking at it tells nobody")
    let asked = try await post([:], to: "\(page)/new-link", form: "")
    #expect(asked.status == 200 && asked.body.contains("They look at your plan first"), "\(asked)")
    let wish = /Ended \w+: asks for a new link to their plan/
    #expect(try await today().contains(wish))
    let consents = try await scratch.plumbline("client", "consent", client, as: .mira).errorText
    #expect(consents.contains("asks for a new link to their plan"), "where today leads: \(consents)")
    let link = try await job.mira("plan", "link", plan).string("url")
    #expect(try await get(link).status == 200)
    #expect(try await get(page).status == 404, "the old link is an unknown one by now")
    try await job.mira("client", "consent", client, "--done", "plan-link")
    #expect(try await today().contains(wish) == false)
  }

  // MARK: as a therapist and as a client

  private static let calm = ["checkin.pain_avg7": "3", "checkin.days_done": "5", "checkin.worry": "no"]

  private func issuedPlan(of name: String) async throws -> (client: String, plan: String, page: String) {
    let client = try await job.mira("client", "add", "\(name) \(UUID().uuidString.prefix(8))").string("id")
    try await job.fillForm(try await job.mira("invite", "link", client).string("url"))
    let intake = try await job.newestIntake(of: client)
    for flag in try #require(try await job.mira("intake", "show", intake).object["redflags"] as? [[String: Any]]) {
      try await job.mira(
        "intake", "flag", intake, "--ack", try #require(flag["id"] as? String), "--action", "adapt", "--note-file",
        job.demo.appending(path: "flag-note.txt").path)
    }
    try await job.mira("intake", "accept", intake)
    let plan = try await job.mira("plan", "new", client).string("id")
    return (client, plan, try await job.mira("plan", "issue", plan).string("url"))
  }

  private func checkIns(of client: String) async throws -> [[String: Any]] {
    try await job.mira("checkin", "list", client).list
  }

  private func today() async throws -> String {
    try await ProgramRun.of(
      scratch.programs.appending(path: "plumbline"), ["today", "--service", "mira", "--width", "1000"]
    ).text
  }

  private func get(_ page: String) async throws -> (status: Int?, body: String) {
    let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: page)))
    return ((response as? HTTPURLResponse)?.statusCode, String(decoding: data, as: UTF8.self))
  }

  /// Posts a form as a browser does, and follows it to the page it leads to.
  private func post(
    _ fields: [String: String], to page: String, form: String, submission: String = UUID().uuidString.lowercased(),
    origin: String? = nil
  ) async throws -> (status: Int?, body: String) {
    var request = URLRequest(url: try #require(URL(string: page)))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    if let origin {
      request.setValue(origin, forHTTPHeaderField: "Origin")
      request.setValue("cross-site", forHTTPHeaderField: "Sec-Fetch-Site")
    }
    let pairs = fields.merging(["form": form, "submission": submission]) { $1 }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }
    request.httpBody = Data(pairs.joined(separator: "&").utf8)
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode, String(decoding: data, as: UTF8.self))
  }
}
