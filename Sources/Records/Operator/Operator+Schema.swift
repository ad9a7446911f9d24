import PostgreSQL

extension Operator {
  /// Returns the names and checksums (SHA-256) of the migrations that were applied, in their order.
  package func migrations() async throws -> [(name: String, checksum: [UInt8])] {
    try await database.call("operator.migrations")
      .decoded { (name: try $0.string("name"), checksum: try $0.data("checksum")) }
  }

  /// Returns the checksums (SHA-256) of the files that views and functions were defined from, by path.
  package func definitions() async throws -> [String: [UInt8]] {
    let definitions = try await database.call("operator.routines")
      .decoded { (path: try $0.string("path"), checksum: try $0.data("checksum")) }
    return Dictionary(uniqueKeysWithValues: definitions.map { ($0.path, $0.checksum) })
  }

  /// Applies a migration in one transaction.
  /// - Parameter number: its place in the order, from 1.
  /// - Returns: false if another migrator was faster.
  package func migrate(_ number: Int, name: String, sql: String) async throws -> Bool {
    try await database.call("operator.migrate", .int(number), .text(name), .text(sql))
      .only { try $0.flag("migrate") }
  }

  /// Defines a view or a function in one transaction.
  /// - Returns: false if it is defined by the same text already.
  package func define(_ path: String, sql: String) async throws -> Bool {
    try await database.call("operator.define", .text(path), .text(sql)).only { try $0.flag("define") }
  }
}
