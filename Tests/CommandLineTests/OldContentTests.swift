import Clinical
import Foundation
import FoundationNetworking
import Installation
import PostgreSQL
import Records
import Sealing
import TestSupport
import Testing

/// A record is read with the version of the content that it was made with. Only the database has that version: the
/// files of the programs are another one, which words a question differently.
@Suite struct OldContentTests {
  private static let version = "0.0.3"
  private static let wording = "What made you come? (asked in an old version)"
  private let scratch: ScratchInstance
  private let desk: Desk
  private let client: Client
  private let wordingNow: String

  init() async throws {
    scratch = try ScratchInstance.current()
    let pack = try ShareDirectory.contentPack()
    wordingNow = try #require(pack.question("visit.reason")).text
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    _ = try await superuser.query(
      Statement(
        """
        insert into clinic.content_versions (version, pack)
        select $1, jsonb_set(replace(pack::text, to_json($2::text)::text, to_json($3::text)::text)::jsonb,
          '{pack,version}', to_jsonb($1::text))
        from clinic.content_versions
        where version = $4
        on conflict do nothing
        """,
        [.text(Self.version), .text(wordingNow), .text(Self.wording), .text(pack.version)]))
    superuser.close()
    desk = try await Desk.connect(service: ScratchInstance.Service.mira.rawValue)
    client = try await desk.addClient(id: .new(), name: "Olga Antes", email: nil, phone: nil, birthDate: nil)
  }

  @Test func showsAnIntakeAndPlansFromItByItsOwnVersion() async throws {
    let intake = try await desk.startIntake(
      id: .new(), client: client.id, answers: Answers(["visit.reason": .text("My neck"), "pain.now": .number(6)]),
      contentVersion: Self.version, raised: [], massage: .ok)
    let shown = try await scratch.run(["intake", "show", intake.shortID, "--width", "200"], as: .mira)
    #expect(shown.status == 0, "\(shown.errorText)")
    let text = shown.text
    #expect(text.contains(Self.wording))
    #expect(!text.contains(wordingNow))

    try await desk.acceptIntake(intake.id)
    let drafted = try await scratch.run(["plan", "new", client.shortID], as: .mira)
    #expect(drafted.status == 0, "\(drafted.errorText)")
    #expect(try await desk.plans(of: client.id).map(\.contentVersion) == [Self.version])
  }

  @Test func todayReportsAPlanWithAFindingThatNewContentLacks() async throws {
    let intake = try await desk.startIntake(
      id: .new(), client: client.id, answers: Answers(["visit.reason": .text("My neck"), "pain.now": .number(6)]),
      contentVersion: Self.version, raised: [], massage: .ok)
    try await desk.acceptIntake(intake.id)
    _ = try await scratch.json(["plan", "new", client.shortID])
    _ = try await scratch.json(["plan", "issue", client.shortID])
    var evaluation = Evaluation()
    evaluation.findings = ["pf.gone": .single(.number(1))]
    try await desk.signEvaluation(
      try await desk.recordEvaluation(
        id: .new(), client: client.id, evaluation: evaluation, contentVersion: Self.version))
    let ruledOut = try await scratch.json(["today"])["plans_ruled_out"] as? Int
    #expect((ruledOut ?? 0) > 0)
    _ = try await scratch.json(["plan", "close", client.shortID, "--yes"])
    #expect(try await scratch.json(["today"])["plans_ruled_out"] as? Int == ruledOut.map { $0 - 1 })
  }

  @Test func asksTheClientByTheVersionOfTheInvite() async throws {
    let token = LinkToken()
    _ = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: Date(timeIntervalSinceNow: 3600),
      contentVersion: Self.version, prefill: nil)
    let (page, _) = try await URLSession.shared.data(from: scratch.url.appending(path: "i/\(token.text)/2"))
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains(Self.wording), "\(text)")
    #expect(!text.contains(wordingNow))
  }
}
