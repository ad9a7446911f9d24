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

  /// Runs an operation, opening what it is refused to see, each subject once: an operation is about a few, and one that
  /// is refused although its entry was committed will not be shown by another. In a dry run the transaction of the
  /// refusal is over for the session, so the refusal goes to whoever began it.
  func opening<Value>(_ operation: () async throws -> Value) async throws -> Value {
    var opened: Set<String> = []
    while true {
      do {
        return try await operation()
      } catch let refusal as Refusal {
        guard case .unopened(let subject) = refusal, opened.insert(subject).inserted else { throw refusal }
        do {
          _ = try await database.call("desk.sight_open", .text(subject))
        } catch is Fault {
          throw refusal
        }
      }
    }
  }
}
