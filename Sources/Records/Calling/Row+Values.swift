import Clinical
import Foundation
import PostgreSQL

extension Row {
  package func string(_ column: String) throws -> String {
    guard let value = try text(column) else { throw RowError.unexpectedNull(column) }
    return value
  }

  package func integer(_ column: String) throws -> Int {
    guard let value = try int(column) else { throw RowError.unexpectedNull(column) }
    return value
  }

  package func flag(_ column: String) throws -> Bool {
    guard let value = try bool(column) else { throw RowError.unexpectedNull(column) }
    return value
  }

  package func data(_ column: String) throws -> [UInt8] {
    guard let value = try bytes(column) else { throw RowError.unexpectedNull(column) }
    return value
  }

  func uuid(_ column: String) throws -> UUID? {
    try parse(column, UUID.init(hexadecimal:))
  }

  func requiredUUID(_ column: String) throws -> UUID {
    guard let uuid = try uuid(column) else { throw RowError.unexpectedNull(column) }
    return uuid
  }

  func id<Record>(_ column: String) throws -> RecordID<Record> {
    RecordID(try requiredUUID(column))
  }

  func instant(_ column: String) throws -> Date? {
    try parse(column) { Timestamp($0)?.date }
  }

  func requiredInstant(_ column: String) throws -> Date {
    guard let date = try instant(column) else { throw RowError.unexpectedNull(column) }
    return date
  }

  func day(_ column: String) throws -> CalendarDate? {
    try parse(column, CalendarDate.init(iso:))
  }

  func requiredDay(_ column: String) throws -> CalendarDate {
    guard let day = try day(column) else { throw RowError.unexpectedNull(column) }
    return day
  }

  /// UTC where this machine does not know the zone.
  func zone(_ column: String) throws -> TimeZone {
    let name = try string(column)
    return name == "UTC" ? .gmt : TimeZone(identifier: name) ?? .gmt
  }

  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word? {
    try parse(column, Word.init(rawValue:))
  }

  func requiredWord<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    guard let word: Word = try word(column) else { throw RowError.unexpectedNull(column) }
    return word
  }

  func json<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder.records.decode(type, from: Data(string(column).utf8))
  }

  private func parse<Value>(_ column: String, _ parse: (String) -> Value?) throws -> Value? {
    guard let text = try text(column) else { return nil }
    guard let value = parse(text) else { throw RowError.malformed(column: column) }
    return value
  }
}
