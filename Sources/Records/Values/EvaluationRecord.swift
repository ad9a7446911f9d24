import Clinical
import Foundation
import PostgreSQL

/// A postural evaluation as it is kept.
package struct EvaluationRecord: Sendable {
  package typealias ID = RecordID<EvaluationRecord>
  package enum State: String, Sendable { case draft, signed, amended }
  package let id: ID
  package let shortID: String
  package let client: Client.ID
  package let clientName: String
  package let contentVersion: String
  package let evaluation: Evaluation
  package let state: State
  package let recordedAt: Date
  package let signedAt: Date?
  /// A number that rises with every change and every amendment.
  package let version: Int
}

extension EvaluationRecord {
  init(_ row: Row) throws {
    id = try row.id("id")
    shortID = try row.string("short_id")
    client = try row.id("client")
    clientName = try row.string("client_name")
    contentVersion = try row.string("content_version")
    evaluation = try row.json("body")
    state = try row.requiredWord("state")
    recordedAt = try row.requiredInstant("recorded_at")
    signedAt = try row.instant("signed_at")
    version = try row.integer("version")
  }
}
