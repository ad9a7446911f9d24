import Cryptography

/// One thing the migrator applies in one transaction.
package struct MigrationStep: Sendable {
  package enum Kind: Sendable, Hashable {
    case migration(Int)
    case view
    case function
    case content
  }

  package let kind: Kind
  /// The file below its folder, that of a view with its folder, or the version.
  package let name: String
  /// The SQL, or the content as JSON.
  package let text: String
  package let isApplied: Bool

  init(kind: Kind, name: String, text: String, isApplied: Bool = false) {
    self.kind = kind
    self.name = name
    self.text = text
    self.isApplied = isApplied
  }

  /// The path under which the superuser's setup registers the text.
  var registeredPath: String { if case .migration = kind { "migrations/\(name)" } else { name } }

  var checksum: [UInt8] { SHA256.hash(text) }

  func applied() -> Self { Self(kind: kind, name: name, text: text, isApplied: true) }
}
