import PostgreSQL
import Records

/// A rule of `pg_hba.conf`: who may connect to which database from where, and how they prove it.
package struct AccessRule: Hashable, Sendable {
  private let type: String
  private let databases: [String]
  private let users: [String]
  /// Address, method and options.
  private let how: String

  /// - Parameter type: `local` or `host`.
  package init(type: String, database: String, users: [String], how: String) {
    self.type = type
    databases = [database]
    self.users = users
    self.how = how
  }

  init(_ row: Row) throws {
    type = try row.string("type")
    databases = try row.string("databases").split(separator: ",").map(String.init)
    users = try row.string("users").split(separator: ",").map(String.init)
    how = try row.string("how")
  }

  /// The rule as a line of the file.
  package var line: String {
    [type, databases.joined(separator: ","), users.joined(separator: ","), how].joined(separator: " ")
  }

  /// Returns whether this rule may decide in place of the other if it stands above it.
  fileprivate func hides(_ other: AccessRule) -> Bool {
    guard (type == "local") == (other.type == "local") else { return false }
    let isForAll = databases.contains("all") && other.databases != ["replication"]
    let isByName = databases.contains { $0.hasPrefix("/") || other.databases.contains($0) }
    // Above a rule that refuses all, one that names the database is meant as an exception.
    guard isForAll || isByName && !other.how.hasSuffix("reject") else { return false }
    return users.contains { $0 == "all" || $0.hasPrefix("/") || other.users.contains($0) } || other.users == ["all"]
  }
}

extension [AccessRule] {
  /// Returns whether the file has all of these rules in this order, and no rule above them that may decide in their
  /// place: PostgreSQL goes by the first rule that matches.
  package func isInForce(in file: [AccessRule]) -> Bool {
    var rest = self[...]
    for rule in file where !rest.isEmpty {
      if rule == rest.first {
        rest.removeFirst()
      } else if !contains(rule), rest.contains(where: rule.hides) {
        return false
      }
    }
    return rest.isEmpty
  }
}
