import Foundation

/// The identity of a record: a UUID of version 7, made by the caller.
package struct RecordID<Record>: Hashable, Sendable {
  package let uuid: UUID

  package init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// A new one: milliseconds since 1970, then the fraction of the millisecond, then 62 random bits (RFC 9562 §5.7 and
  /// §6.2 method 3), so that keys made one after the other lie beside each other in an index.
  package static func new() -> Self {
    let milliseconds = Date().timeIntervalSince1970 * 1000
    let whole = UInt64(milliseconds)
    let fraction = UInt64((milliseconds - Double(whole)) * 4096)
    let high = whole << 16 | 0x7000 | fraction
    let low = UInt64.random(in: .min ... .max) >> 2 | 1 << 63
    func byte(_ word: UInt64, _ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
    return Self(
      UUID(
        uuid: (
          byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5), byte(high, 6),
          byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4), byte(low, 5),
          byte(low, 6), byte(low, 7)
        )))
  }
}

extension RecordID: CustomStringConvertible {
  /// In lower case, as PostgreSQL writes it.
  package var description: String { uuid.uuidString.lowercased() }
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
