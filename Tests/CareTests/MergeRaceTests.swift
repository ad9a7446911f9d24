import PostgreSQL
import Records
import TestSupport
import Testing

@testable import Care

/// What others do to a record while it is merged or separated, over two connections of a real instance: they wait, and
/// then go by what the record is by then.
@Suite(.serialized) struct MergeRaceTests {
  private let caseload: Caseload
  private let other: Caseload
  private var desk: Desk { caseload.desk }

  init() async throws {
    caseload = try await Caseload()
    other = try await Caseload()
  }

  @Test(arguments: [false, true])
  func whatIsAcceptedMeanwhileIsToldOfWhoHasTheRecord(isSeparated: Bool) async throws {
    let (kept, source) = (
      try await caseload.clientWithAcceptedIntake("Kept"), try await caseload.clientWithAcceptedIntake("Source")
    )
    let late = try await caseload.intake(of: source)
    if isSeparated { _ = try await desk.mergeClient("\(source.id)", into: "\(kept.id)", taking: []) }
    let accepted = try await desk.transaction {
      if isSeparated {
        _ = try await desk.unmergeClient("\(source.id)")
      } else {
        _ = try await desk.mergeClient("\(source.id)", into: "\(kept.id)", taking: [])
      }
      return try await meanwhile { _ = try await other.desk.acceptIntake(late.id) }
    }
    try await accepted.value
    let superuser = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    let wrong = try await superuser.query(
      Statement(
        """
        with made as (
          select c.client_id, c.measure, c.told from clinic.practices as p
            cross join lateral clinic.courses(
              p.practice_id, array(select id from clinic.clients as c where c.practice_id = p.practice_id), false) as c),
        kept as (select client_id, measure, told from clinic.client_courses)
        (table made except table kept) union all (table kept except table made)
        """))
    #expect(wrong.count == 0)
  }

  /// Or the records of the first would belong to nobody who is shown.
  @Test func aClientIsNotMergedOnWhileAnotherIsMergedIntoThem() async throws {
    let (source, kept, last) = (
      try await opened("Source"), try await opened("Kept"), try await opened("Last")
    )
    let chained = try await desk.transaction {
      _ = try await desk.mergeClient("\(source.id)", into: "\(kept.id)", taking: [])
      return try await meanwhile {
        _ = try await other.desk.mergeClient("\(kept.id)", into: "\(last.id)", taking: [])
      }
    }
    try await chained.value
    #expect(try await desk.client("\(source.id)").id == last.id, "the second takes the first along")

    let (one, new) = (try await opened("One"), try await opened("New"))
    let crossed = try await desk.transaction {
      _ = try await desk.mergeClient("\(last.id)", into: "\(new.id)", taking: [])
      return try await meanwhile {
        _ = try await other.desk.mergeClient("\(one.id)", into: "\(last.id)", taking: [])
      }
    }
    await #expect(throws: Refusal.self) { try await crossed.value }
  }

  private func opened(_ name: String) async throws -> Client {
    try await desk.client("\(try await caseload.client(name).id)")
  }

  /// Begins this on another connection, and returns once it waits for what this one has locked.
  private func meanwhile(
    _ operation: @escaping @Sendable () async throws -> Void
  ) async throws -> Task<Void, any Error> {
    let task = Task { try await operation() }
    let watcher = try await PostgresConnection.open(ScratchInstance.Service.superuser.conninfo)
    let waiting = Statement("select count(*)::int as n from pg_locks where not granted")
    let deadline = ContinuousClock.now + .seconds(20)
    while try await watcher.query(waiting).first?.int("n") == 0 {
      try #require(ContinuousClock.now < deadline, "it waits for nothing")
    }
    return task
  }
}
