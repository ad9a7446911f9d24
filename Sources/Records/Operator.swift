import Foundation
import PostgreSQL

/// What the operator of an installation may do: practices, practitioners' logins and content. No client's data.
package struct Operator: Sendable {
  package let database: any PostgresClient

  package init(_ database: any PostgresClient) {
    self.database = database
  }

  package func practices() async throws -> [Practice] {
    try await database.call("operator.practice_list").decoded(as: Practice.init)
  }

  package func addPractice(
    id: Practice.ID, name: String, phone: String? = nil, email: String? = nil
  ) async throws {
    _ = try await database.call(
      "operator.practice_add", .id(id), .text(name), phone.map { .text($0) }, email.map { .text($0) })
  }

  /// Makes the therapist's PostgreSQL role and puts it in the practice.
  ///
  /// - Parameters:
  ///   - login: `t_` and lower-case letters and digits that say nothing of the person.
  ///   - verifier: `Connection.encryptPassword`'s, or nil where the socket tells who it is.
  package func addPractitioner(
    id: Practitioner.ID, practice: Practice.ID, displayName: String, login: String, verifier: String?,
    isOwner: Bool, validUntil: Date? = nil
  ) async throws {
    _ = try await database.call(
      "operator.practitioner_add", .id(id), .id(practice), .text(displayName), .text(login),
      verifier.map { .text($0) }, .bool(isOwner), validUntil.map { .instant($0) })
  }

  /// Keeps a version of the content for ever; false when it was loaded before.
  package func loadContent(version: String, pack: String) async throws -> Bool {
    try await database.call("operator.content_load", .text(version), .text(pack))
      .only { try $0.flag("content_load") }
  }
}

package struct Practice: Sendable {
  package typealias ID = RecordID<Practice>
  package let id: ID
  package let name: String
  package let createdAt: Date
}

extension Practice {
  init(_ row: Row) throws {
    id = try row.id("id")
    name = try row.string("name")
    createdAt = try row.requiredInstant("created_at")
  }
}
