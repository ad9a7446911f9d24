import PostgreSQL

extension PostgresClient {
  /// Calls one function of the database: one call, one transaction, one round trip.
  ///
  /// - Parameters:
  ///   - batchable: as in `Statement`.
  ///   - group: as in `Statement`.
  /// - Throws: `Refusal` when the database says no, `Fault` for everything else.
  func call(
    _ function: StaticString, _ values: PostgresValue?..., batchable: Bool = false, group: String? = nil
  ) async throws -> [Row] {
    try await call(function, with: values, batchable: batchable, group: group)
  }

  /// As `call(_:_:batchable:group:)`, with the values in an array.
  func call(
    _ function: StaticString, with values: [PostgresValue?], batchable: Bool = false, group: String? = nil
  ) async throws -> [Row] {
    let places = (1...max(values.count, 1)).prefix(values.count).map { "$\($0)" }.joined(separator: ", ")
    do {
      return try await query(
        Statement("select * from \(function)(\(places))", values, batchable: batchable, group: group))
    } catch {
      if let refusal = Refusal(error) { throw refusal }
      throw Fault(error)
    }
  }
}

extension [Row] {
  /// Returns the rows as values.
  /// - Throws: `Fault` for a row that is not what its function promises.
  package func decoded<Value>(as decode: (Row) throws -> Value) throws -> [Value] {
    do {
      return try map(decode)
    } catch {
      throw Fault()
    }
  }

  /// Returns rows of a name and a value as a dictionary.
  func settings() throws -> [String: String] {
    try Dictionary(decoded { (try $0.string("name"), try $0.text("value") ?? "") }) { _, last in last }
  }

  /// Returns the one row of a function that always answers with one.
  /// - Throws: `Fault` if there is none.
  package func only<Value>(as decode: (Row) throws -> Value) throws -> Value {
    guard let value = try decoded(as: decode).first else { throw Fault() }
    return value
  }
}
