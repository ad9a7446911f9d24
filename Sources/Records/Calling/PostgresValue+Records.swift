import Clinical
import Foundation
import JSON
import PostgreSQL

extension PostgresValue {
  static func uuid(_ uuid: UUID) -> Self { .text(uuid.lowercased) }
  static func id<Record>(_ id: RecordID<Record>) -> Self { .uuid(id.uuid) }
  static func instant(_ date: Date) -> Self { .text(Timestamp(date).text) }
  static func day(_ day: CalendarDate) -> Self { .text(day.iso) }
  static func json(_ json: JSON) -> Self { .text(json.text) }
  static func json(_ value: some Encodable) throws -> Self {
    .text(String(decoding: try JSONEncoder.records.encode(value), as: UTF8.self))
  }
}

extension JSONEncoder {
  /// An encoder for what jsonb columns hold; types name their keys in snake_case.
  static var records: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return encoder
  }
}

extension JSONDecoder {
  static var records: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      guard let timestamp = Timestamp(try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a timestamp")
      }
      return timestamp.date
    }
    return decoder
  }
}
