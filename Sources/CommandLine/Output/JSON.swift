import Clinical
import JSON

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON {
  init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }
  init(_ names: some Sequence<String>) { self = .array(names.map(JSON.string)) }

  /// Returns an object with the members of another after its own.
  func adding(_ other: JSON) -> JSON { .object((members ?? []) + (other.members ?? [])) }

  /// A scalar as text without quotes, an array of scalars with spaces between them, anything else as JSON.
  var plainText: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let values) where values.allSatisfy(\.isScalar): values.map(\.plainText).joined(separator: " ")
    default: String(decoding: bytes, as: UTF8.self)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Returns the JSON on one line, or indented. Characters that could steer a terminal are escaped, so no string changes.
  func text(indented: Bool = false) -> String { String(decoding: safeBytes(indented: indented), as: UTF8.self) }

  func safeBytes(indented: Bool = false) -> [UInt8] {
    let bytes = indented ? Array(indentedText.utf8) : bytes
    // Only control characters and those beyond ASCII can steer a terminal, so most long lists need no second pass.
    let isPlain = bytes.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A } }
    return isPlain ? bytes : Array(Self.escaping(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  private static func escaping(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      if scalar.steersTerminal && scalar != "\n" {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
