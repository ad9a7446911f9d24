import JSON
import PostgreSQL

extension Operator {
  /// Returns every practice of the installation.
  package func practices() async throws -> [Practice] {
    try await database.call("operator.practice_list").decoded(as: Practice.init)
  }

  /// Returns what is known of a practice itself.
  package func practice(_ id: Practice.ID) async throws -> PracticeDetails {
    try await database.call("operator.practice_get", .id(id)).only(as: PracticeDetails.init)
  }

  package func addPractice(
    id: Practice.ID, name: String, phone: String? = nil, email: String? = nil, timeZone: String = "UTC"
  ) async throws {
    _ = try await database.call(
      "operator.practice_add", .id(id), .text(name), phone.map { .text($0) }, email.map { .text($0) },
      .text(timeZone))
  }

  /// Corrects what was taken down of a practice; nil leaves a detail as it is.
  package func correctPractice(_ id: Practice.ID, phone: String?, timeZone: String?) async throws {
    _ = try await database.call(
      "operator.practice_correct", .id(id), phone.map { .text($0) }, timeZone.map { .text($0) })
  }

  /// Opens a practice that comes from elsewhere, empty until its owner takes the records over.
  ///
  /// - Parameters:
  ///   - practice: the practice as its archive has it.
  ///   - members: its therapists as there, each with the `login` here and the `verifier` of a password.
  package func admitPractice(_ practice: JSON, members: JSON) async throws {
    _ = try await database.call("operator.practice_admit", .json(practice), .json(members))
  }
}
