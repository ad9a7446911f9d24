import Clinical
import Foundation
import JSON
import PostgreSQL

/// A place where words that were looked for occur.
package struct Found: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case client, note, intake, plan }
  package let kind: Kind
  package let id: UUID
  package let shortID: String?
  package let client: Client.ID
  package let clientName: String
  package let at: Date
  /// Of everything but an intake.
  package let excerpt: String?
  /// Of an intake: the answer that has the words.
  package let answer: FoundAnswer?
}

/// An answer with the question it was given to.
package struct FoundAnswer: Sendable {
  package let contentVersion: String
  package let question: Question.ID
  package let value: AnswerValue
}

extension Found {
  init(_ row: Row) throws {
    kind = try row.requiredWord("kind")
    id = try row.requiredUUID("id")
    shortID = try row.text("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    at = try row.requiredInstant("at")
    excerpt = try row.text("excerpt")
    answer = try FoundAnswer(row)
  }
}

extension FoundAnswer {
  /// Nil for a place that is no answer.
  fileprivate init?(_ row: Row) throws {
    guard let question = try row.text("question") else { return nil }
    guard let value = AnswerValue(try row.json("answer", as: JSON.self)) else {
      throw RowError.malformed(column: "answer")
    }
    self.init(
      contentVersion: try row.string("content_version"), question: Question.ID(rawValue: question), value: value)
  }
}

extension Desk {
  /// Newest first, at most `limit`; the case of letters does not matter. Nil is every kind.
  package func find(_ words: String, kind: Found.Kind? = nil, limit: Int = 50) async throws -> [Found] {
    try await database.call("desk.find", .text(words), .int(limit), kind.map { .text($0.rawValue) })
      .decoded(as: Found.init)
  }
}
