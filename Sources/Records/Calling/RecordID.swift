import Foundation

/// The identity of a record: a UUID of version 7, made by the caller.
package struct RecordID<Record>: Hashable, Sendable {
  package let uuid: UUID

  package init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Returns a new one: milliseconds since 1970, then the fraction of the millisecond, then 62 random bits (RFC 9562 §5.7 and
  /// §6.2 method 3), so that keys made one after the other lie beside each other in an index.
  package static func new() -> Self {
    let milliseconds = Date().timeIntervalSince1970 * 1000
    let whole = UInt64(milliseconds)
    let fraction = UInt64((milliseconds - Double(whole)) * 4096)
    let high = whole << 16 | 0x7000 | fraction
    let low = UInt64.random(in: .min ... .max) >> 2 | 1 << 63
    return Self(UUID(high: high, low: low))
  }
}

extension RecordID: CustomStringConvertible {
  /// In lower case, as PostgreSQL writes it.
  package var description: String { uuid.lowercased }
}

extension RecordID: Codable {
  package init(from decoder: any Decoder) throws {
    uuid = try decoder.singleValueContainer().decode(UUID.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
