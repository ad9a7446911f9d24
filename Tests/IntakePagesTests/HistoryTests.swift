import Clinical
import Foundation
import HTTPServer
import Installation
import Logging
import PostgreSQL
import Records
import Sealing
import TestSupport
import Testing

@testable import IntakePages

/// A client's earlier answers, and who gets to see them, against a real database.
@Suite(.serialized) struct HistoryTests {
  private let pool: ConnectionPool
  private let pages: IntakePages
  private let desk: Desk
  private let client: Client.ID
  private let pack: ContentPack
  private let code = ResumeCode()
  /// The right one, as the first page asks for it.
  private let birthDate = "identity.birth.day=9&identity.birth.month=3&identity.birth.year=1988"
  private let answers: Answers = Answers([
    "visit.filled_by": .text("self"), "contact.full_name": .text("Returning Client"),
    "contact.date_of_birth": .text("1988-03-09"), "contact.phone": .text("555 0100"),
    "emergency.name": .text("Rui Lima"), "emergency.phone": .text("555 0101"),
    "meds.classes": .choices(["anticoagulant"]), "pregnancy.status": .text("pregnant"),
    "visit.reason": .text("My low back, again"), "health.conditions": .choices(["asthma"]),
  ])

  init() async throws {
    _ = try ScratchInstance.current()
    desk = Desk(try await PostgresConnection.open(ScratchInstance.Service.mira.conninfo))
    pack = try ShareDirectory.contentPack()
    client = try await desk.addClient(
      id: .new(), name: "Returning Client", email: nil, phone: nil,
      birthDate: CalendarDate(year: 1988, month: 3, day: 9)
    ).id
    pool = ConnectionPool("service=door", connections: 4)
    pages = IntakePages(
      door: Door(pool), publicURL: "http://127.0.0.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  @Test func forwardedLinksShowNoOldAnswer() async throws {
    let guesses = [
      "", "identity.birth.day=1&identity.birth.month=2&identity.birth.year=1990", "identity.code=00000-00000",
    ]
    for number in sample(90, of: 0..<1000) {
      #expect(try await oldAnswersShown(to: guesses[number % guesses.count]).isEmpty)
    }
    #expect(try await oldAnswersShown(to: birthDate) == Self.oldAnswers, "these pages are where they would be")
    await pool.close()
  }

  /// What the pages show of an old answer.
  private static let oldAnswers: Set = ["Returning Client", "Blood thinner"]

  /// The old answers that the pages of a new link show to whoever types `given` on the first.
  private func oldAnswersShown(to given: String) async throws -> Set<String> {
    let token = try await invite()
    let begun = await post(token, given)
    var seen = begun.text + (await get(token, "").text)
    for page in [PagePath.check, "1", PagePath.receipt] {
      seen += await get(token, page, begun.key).text
    }
    return Self.oldAnswers.filter(seen.contains)
  }

  /// A link that was forwarded after its form was sent is no place to try birth dates and codes at.
  @Test func aLinkThatWasUsedJudgesNoGuess() async throws {
    let token = try await invite()
    let form = try FieldValues.demo().urlEncoded
    let sent = await pages.router.respond(
      to: Request(method: .post, path: ["i", token.text], headers: Headers([]), body: Array(form.utf8)))
    #expect(sent.status == 303)
    let wrong = "identity.birth.day=1&identity.birth.month=1&identity.birth.year=1988"
    for given in ["", birthDate, wrong, "identity.code=\(code.text)", "identity.code=00000-00000"] {
      let answer = await post(token, given)
      #expect(answer.status == 303 && answer.key == nil && !answer.countsAsGuess)
      #expect(answer.headers.first { $0.name == "Location" }?.value == token.address(PagePath.receipt))
    }
    let receipt = await get(token, PagePath.receipt).text
    #expect(receipt.contains("This form was sent") && !receipt.contains("Returning Client"))
    #expect(try await Door(pool).openInvite(tokenHash: token.hash).history == .guarded, "no try was counted")
    await pool.close()
  }

  @Test(arguments: ["identity.birth.day=9&identity.birth.month=March&identity.birth.year=1988", "code"])
  func whoeverKnowsTheBirthDateOrTheCodeIsAskedOnlyWhatIsNew(given: String) async throws {
    let token = try await invite()
    let begun = await post(token, given == "code" ? "identity.code=\(code.text)" : given)
    #expect(begun.status == 303)
    let place = try #require(begun.place)
    let reason = try #require(FormPath(pack: pack, hidden: []).screen(asking: "visit.reason"))
    #expect(place == token.address(reason.id))
    let check = await get(token, PagePath.check, begun.key).text
    #expect(check.contains("Is this still right?") && check.contains("Returning Client"))
    #expect(!check.contains("My low back, again"))
    await pool.close()
  }

  @Test func fiveWrongTriesLeaveAnEmptyFormAndANewLink() async throws {
    let token = try await invite()
    for _ in 1...5 {
      let refused = await post(token, "identity.birth.day=1&identity.birth.month=1&identity.birth.year=1988")
      #expect(refused.status == 422 && refused.countsAsGuess)
    }
    let right = await post(token, birthDate)
    #expect(right.status == 303)
    #expect(!(await get(token, PagePath.check, right.key).text.contains("Returning Client")))
    #expect(await get(token, "").text.contains("too many tries"))
    let again = await post(try await invite(), birthDate)
    #expect(again.status == 303)
    await pool.close()
  }

  @Test func aFormThatWasSentBackOpensAtItsQuestionWithTheMessage() async throws {
    let token = try await invite(returned: .init(question: "meds.classes", message: "Which one is it, <b>Ana</b>?"))
    #expect(!(await get(token, "").text.contains("Which one")))
    let begun = await post(token, "identity.code=\(code.text)")
    let place = try #require(begun.place)
    let page = await get(token, try #require(place.split(separator: "/").last.map(String.init)), begun.key).text
    #expect(page.contains("Which one is it, &lt;b&gt;Ana&lt;/b&gt;?"))
    #expect(
      page.contains("value=\"anticoagulant\" id=\"meds.classes\" checked")
        || page.contains("value=\"anticoagulant\" checked"))
    #expect(await get(token, PagePath.check, begun.key).text.contains("My low back, again"))
    await pool.close()
  }

  @Test func theDeskBeginsTheNextFormWithTheOneThatWasSentBack() async throws {
    let submitted = try await desk.startIntake(
      id: .new(), client: client, answers: answers, contentVersion: pack.version, raised: [], massage: .ok)
    try await desk.returnIntake(submitted.id, question: "meds.classes", message: "Which one?")
    let earlier = try #require(try await desk.intakeToRepeat(of: client)).earlierForm
    #expect(earlier.answers == answers)
    #expect(earlier.returned == .init(question: "meds.classes", message: "Which one?"))
    #expect(try await desk.acceptedIntake(of: client) == nil)
    await pool.close()
  }

  // MARK: a browser

  private func invite(returned: EarlierForm.Returned? = nil) async throws -> LinkToken {
    let token = LinkToken()
    _ = try await desk.createInvite(
      id: .new(), client: client, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: pack.version,
      prefill: token.seal(EarlierForm(answers: answers, returned: returned), for: .prefill),
      historyCodeHash: code.hash(for: token))
    return token
  }

  private func post(_ token: LinkToken, _ fields: String) async -> Response {
    let body = "submission=\(UUID().uuidString.lowercased())" + (fields.isEmpty ? "" : "&\(fields)")
    return await pages.router.respond(
      to: Request(method: .post, path: ["i", token.text], headers: Headers([]), body: Array(body.utf8)))
  }

  private func get(_ token: LinkToken, _ page: String, _ key: String? = nil) async -> Response {
    await pages.router.respond(
      to: Request(
        method: .get, path: ["i", token.text] + (page.isEmpty ? [] : [page]),
        headers: Headers(key.map { [("Cookie", $0)] } ?? []), body: []))
  }
}

extension Response {
  /// Where the response leads, without what it says about the cookie.
  fileprivate var place: String? {
    headers.first { $0.name == "Location" }?.value.split(separator: "?").first.map(String.init)
  }

  /// The cookie that the response sets, as a browser sends it back.
  fileprivate var key: String? {
    headers.first { $0.name == "Set-Cookie" }?.value.split(separator: ";").first.map(String.init)
  }
}
