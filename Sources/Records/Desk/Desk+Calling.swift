import PostgreSQL

extension Desk {
  /// Calls one function of the desk.
  ///
  /// A client's record and a list are shown only after an entry in the audit was committed that says who looks at them.
  /// The first call about one is refused for that; then the entry is written, in a transaction of its own, and the call
  /// made again.
  /// - Throws: `Refusal` when the database says no, `Fault` for everything else.
  func call(_ function: StaticString, _ values: PostgresValue?...) async throws -> [Row] {
    try await opening { try await database.call(function, with: values) }
  }

  /// Runs an operation, opening what it is refused to see. In a dry run the transaction of the refusal is over for the
  /// session, so the refusal goes to whoever began it.
  func opening<Value>(_ operation: () async throws -> Value) async throws -> Value {
    for _ in 1..<Self.mostSubjects {
      do {
        return try await operation()
      } catch let refusal as Refusal {
        guard case .unopened(let subject) = refusal else { throw refusal }
        do {
          _ = try await database.call("desk.sight_open", .text(subject))
        } catch is Fault {
          throw refusal
        }
      }
    }
    return try await operation()
  }

  /// More subjects than any one operation is about.
  private static var mostSubjects: Int { 12 }
}
