import PostgreSQL

extension Operator {
  /// Returns every practice of the installation.
  package func practices() async throws -> [Practice] {
    try await database.call("operator.practice_list").decoded(as: Practice.init)
  }

  package func addPractice(
    id: Practice.ID, name: String, phone: String? = nil, email: String? = nil, timeZone: String = "UTC"
  ) async throws {
    _ = try await database.call(
      "operator.practice_add", .id(id), .text(name), phone.map { .text($0) }, email.map { .text($0) },
      .text(timeZone))
  }
}
