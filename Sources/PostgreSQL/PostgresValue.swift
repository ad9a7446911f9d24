/// A parameter in PostgreSQL's text form.
package struct PostgresValue: Sendable, Hashable {
  package let text: String

  package init(text: String) {
    self.text = text
  }

  package static func text(_ value: String) -> Self { Self(text: value) }
  package static func int(_ value: Int) -> Self { Self(text: String(value)) }
  package static func bool(_ value: Bool) -> Self { Self(text: value ? "t" : "f") }
  /// `bytea` in hexadecimal form.
  package static func bytes(_ value: [UInt8]) -> Self { Self(text: ByteaText.encode(value)) }
}
