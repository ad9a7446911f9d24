import Foundation
import PostgreSQL

extension Operator {
  /// Creates the therapist's PostgreSQL role and adds it to the practice.
  ///
  /// - Parameters:
  ///   - login: `t_` and lower-case letters and digits that reveal nothing about the person.
  ///   - verifier: from `verifier(of:for:)`; nil if the socket tells who connects.
  package func addPractitioner(
    id: Practitioner.ID, practice: Practice.ID, displayName: String, login: String, verifier: String?,
    isOwner: Bool, validUntil: Date? = nil
  ) async throws {
    _ = try await database.call(
      "operator.practitioner_add", .id(id), .id(practice), .text(displayName), .text(login),
      verifier.map { .text($0) }, .bool(isOwner), validUntil.map { .instant($0) })
  }

  /// Closes a login and hands the clients to `successor`. Both are named by id, login or display name. Its sessions may do
  /// nothing from then on, and end with `endClosedSessions`.
  /// - Returns: the number of clients handed over.
  package func deactivatePractitioner(
    _ reference: String, of practice: Practice.ID, successor: String
  ) async throws -> Int {
    try await database.call("operator.practitioner_deactivate", .id(practice), .text(reference), .text(successor))
      .only { try $0.integer("practitioner_deactivate") }
  }

  /// Ends the sessions that are left of logins which a practice has closed.
  package func endClosedSessions(of practice: Practice.ID) async throws {
    try await ClosedSessions.end {
      try await database.call("operator.closed_sessions_end", .id(practice))
        .only { try $0.integer("closed_sessions_end") }
    }
  }

  /// Returns the practitioners of every practice.
  package func practitioners() async throws -> [PracticeMember] {
    try await database.call("operator.practitioner_list").decoded(as: PracticeMember.init)
  }

  /// Returns the SCRAM verifier of a password, so that the password itself is never sent.
  package func verifier(of password: String, for login: String) async throws -> String {
    do {
      return try await database.encryptPassword(password, role: login)
    } catch {
      throw Fault(error)
    }
  }

  /// Tries to open and close a therapist's login, and takes that back.
  /// - Returns: what is in the way; nil when nothing is.
  package func loginFault() async throws -> String? {
    try await database.call("operator.login_check").only { try $0.text("login_check") }
  }
}
