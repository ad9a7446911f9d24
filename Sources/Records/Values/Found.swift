import Clinical
import Foundation
import JSON
import PostgreSQL

/// A record that contains the words that were searched for.
package struct Found: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case client, note, intake, visit, plan }
  package let kind: Kind
  package let id: UUID
  package let shortID: String?
  package let client: Client.ID
  package let clientName: String
  package let at: Date
  /// The whole text that has the words; nil for an intake.
  package let body: String?
  /// The answer that contains the words; nil for anything but an intake.
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
    body = try row.text("body")
    answer = try FoundAnswer(row)
  }
}

extension FoundAnswer {
  /// Returns nil for a row that is no answer.
  fileprivate init?(_ row: Row) throws {
    guard let question = try row.text("question") else { return nil }
    guard let value = AnswerValue(try row.json("answer", as: JSON.self)) else {
      throw RowError.malformed(column: "answer")
    }
    self.init(
      contentVersion: try row.string("content_version"), question: Question.ID(rawValue: question), value: value)
  }
}
