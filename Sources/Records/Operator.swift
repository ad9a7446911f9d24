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

  /// Ends a login and its sessions; `successor` takes over the clients. Both by id, login or display name.
  /// - Returns: how many clients.
  package func deactivatePractitioner(
    _ reference: String, of practice: Practice.ID, successor: String
  ) async throws -> Int {
    try await database.call("operator.practitioner_deactivate", .id(practice), .text(reference), .text(successor))
      .only { try $0.integer("practitioner_deactivate") }
  }

  package func practitioners() async throws -> [PracticeMember] {
    try await database.call("operator.practitioner_list").decoded(as: PracticeMember.init)
  }

  /// The erased clients of a practice: to be kept outside the backups.
  package func erasures(of practice: Practice.ID) async throws -> [Erasure] {
    try await database.call("operator.erasure_list", .id(practice)).decoded { row in
      Erasure(
        practice: practice, client: try row.id("client"), erasedAt: try row.requiredInstant("erased_at"))
    }
  }

  /// After a restore.
  /// - Returns: whether the backup had brought the client back.
  package func eraseAgain(_ erasure: Erasure) async throws -> Bool {
    try await database.call("operator.erase_again", .id(erasure.practice), .id(erasure.client))
      .only { try $0.flag("erase_again") }
  }

  /// What `doctor` compares with what should be, by name.
  package func settings() async throws -> [String: String] {
    try await database.call("operator.settings").settings()
  }

  /// Keeps a version of the content for ever; false when it was loaded before.
  package func loadContent(version: String, pack: String) async throws -> Bool {
    try await database.call("operator.content_load", .text(version), .text(pack))
      .only { try $0.flag("content_load") }
  }
}
