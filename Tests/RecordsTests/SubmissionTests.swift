import Clinical
import Foundation
import Installation
import PostgreSQL
import Records
import Sealing
import Testing

/// One invite takes one submission, however often and however simultaneously it is sent.
@Suite struct SubmissionTests {
  private let version: String

  init() throws {
    version = try ShareDirectory.contentPack().version
  }

  /// An invite of a new client of Mira's.
  private func invite() async throws -> LinkToken {
    let desk = try await Sessions.desk(.mira)
    let client = try await desk.addClient(id: .new(), name: "Bo Chen", email: nil, phone: nil, birthDate: nil)
    let token = LinkToken()
    _ = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: Date().addingTimeInterval(3600),
      contentVersion: version, prefill: nil)
    return token
  }

  /// Makes the invite two hours older.
  private func expire(_ token: LinkToken) async throws {
    let superuser = try await Sessions.connection("superuser")
    let hash = token.hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try await superuser.execute(
      script: """
        update clinic.invites as i
        set created_at = i.created_at - interval '2 hours', expires_at = i.expires_at - interval '2 hours'
        from clinic.links as l
        where l.secret_hash = '\\x\(hash)' and i.id = l.target
        """)
  }

  /// Submits, and tries again while the database is too busy, as a client of the daemon would.
  private func submit(
    _ token: LinkToken, through door: Door, key: UUID, digest: [UInt8], draft: Int? = nil
  ) async throws -> Door.Receipt {
    while true {
      do {
        return try await door.submitIntake(
          tokenHash: token.hash, submissionKey: key, digest: digest, intake: .new(),
          answers: #"{"pain.now": 4}"#, contentVersion: version, raised: [], massage: .ok,
          draftKeyHash: digest, sealedCopy: [1], draftVersion: draft
        ).receipt
      } catch let fault as Fault where fault.unreachable {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  @Test func storesOneOfTwoHundredParallelPosts() async throws {
    let token = try await invite()
    let pool = ConnectionPool("service=door", connections: 4)
    let door = Door(pool)
    let key = UUID()
    let digest = [UInt8](repeating: 7, count: 32)
    let receipts = try await withThrowingTaskGroup(of: Door.Receipt.self) { group in
      for _ in 0..<200 {
        group.addTask { try await submit(token, through: door, key: key, digest: digest) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count == 200)
    #expect(receipts.filter { $0.outcome == .stored }.count == 1)
    #expect(Set(receipts.map(\.code)).count == 1)
    await pool.close()
  }

  @Test func sendsNoDraftThatWasSavedAfterItWasRead() async throws {
    let token = try await invite()
    let door = try await Sessions.door()
    let key = [UInt8](repeating: 9, count: 32)
    let submission = UUID()
    for version in 0...1 {
      try await door.saveDraft(tokenHash: token.hash, draftKeyHash: key, sealed: [1], version: version)
    }
    await #expect(throws: Refusal.stale("the draft was saved from elsewhere meanwhile")) {
      try await submit(token, through: door, key: submission, digest: key, draft: 1)
    }
    let receipt = try await submit(token, through: door, key: submission, digest: key, draft: 2)
    #expect(receipt.outcome == .stored)
    let again = try await submit(token, through: door, key: submission, digest: key, draft: 2)
    #expect(again.outcome == .replayed)
  }

  @Test func leavesNothingToUndoOfTheInviteThatWasUsed() async throws {
    let desk = try await Sessions.desk(.mira)
    let client = try await desk.addClient(id: .new(), name: "Ada Sent", email: nil, phone: nil, birthDate: nil)
    let token = LinkToken()
    _ = try await desk.createInvite(
      id: .new(), client: client.id, tokenHash: token.hash, expiresAt: Date().addingTimeInterval(3600),
      contentVersion: version, prefill: nil)
    #expect(try await desk.undoLog().contains { $0.client == client.id })
    let digest = [UInt8](repeating: 3, count: 32)
    _ = try await submit(token, through: Sessions.door(), key: UUID(), digest: digest)
    #expect(try await !desk.undoLog().contains { $0.client == client.id })
  }

  @Test func storesOneOfManyFormsThreeLaterOnesAndTellsTheOthers() async throws {
    let token = try await invite()
    let pool = ConnectionPool("service=door", connections: 4)
    let door = Door(pool)
    let outcomes = await withTaskGroup(of: Door.Receipt.Outcome?.self) { group in
      for number in 0..<50 {
        let digest = [UInt8](repeating: UInt8(number), count: 32)
        group.addTask {
          do {
            return try await submit(token, through: door, key: UUID(), digest: digest).outcome
          } catch {
            #expect(error as? Refusal == .blocked("the link has taken four forms already"))
            return nil
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == .stored } == 1)
    #expect(outcomes.count { $0 == .later } == 3)
    #expect(outcomes.count { $0 == nil } == 46)
    await pool.close()
  }

  @Test func keepsOtherAnswersUnderTheSameKeyAsALaterForm() async throws {
    let token = try await invite()
    let door = try await Sessions.door()
    let key = UUID()
    let first = try await submit(token, through: door, key: key, digest: [UInt8](repeating: 1, count: 32))
    let later = try await submit(token, through: door, key: key, digest: [UInt8](repeating: 2, count: 32))
    #expect(later.outcome == .later)
    #expect(later.code != first.code)
    let again = try await submit(token, through: door, key: key, digest: [UInt8](repeating: 1, count: 32))
    #expect(again.outcome == .replayed)
    #expect(again.code == first.code)
    let stranger = try await submit(token, through: door, key: UUID(), digest: [UInt8](repeating: 1, count: 32))
    #expect(stranger.outcome == .sameAnswers)
  }

  @Test func repeatsTheReceiptAfterExpiryButTakesNothingNew() async throws {
    let door = try await Sessions.door()
    let used = try await invite()
    let unused = try await invite()
    let key = UUID()
    let digest = [UInt8](repeating: 1, count: 32)
    let receipt = try await submit(used, through: door, key: key, digest: digest)
    for token in [used, unused] { try await expire(token) }
    let replayed = try await submit(used, through: door, key: key, digest: digest)
    #expect(replayed.outcome == .replayed)
    #expect(replayed.code == receipt.code)
    await #expect(throws: Refusal.notFound(kind: "invite")) {
      try await submit(unused, through: door, key: UUID(), digest: digest)
    }
  }

  @Test func answersUnknownAndExpiredAlike() async throws {
    let door = try await Sessions.door()
    let expired = try await invite()
    try await expire(expired)
    for token in [expired, LinkToken()] {
      await #expect(throws: Refusal.notFound(kind: "invite")) { try await door.openInvite(tokenHash: token.hash) }
    }
  }
}
