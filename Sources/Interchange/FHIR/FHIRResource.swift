import Cryptography
import Foundation
import JSON

/// How resources of FHIR R4 are written. What our records name by id is named by `urn:uuid:` and that id.
enum FHIR {
  static let ucum = "http://unitsofmeasure.org"
  static let loinc = "http://loinc.org"
  static let snomed = "http://snomed.info/sct"

  /// A name of ours, where no code of a public system says the same.
  static func system(_ name: String) -> String { "urn:plumbline:\(name)" }

  /// An entry of a Bundle. Members that say nothing are left out, as FHIR wants it.
  static func entry(_ type: String, _ id: String, _ members: [(String, JSON?)]) -> JSON {
    [
      "fullUrl": .string("urn:uuid:\(id)"),
      "resource": object([("resourceType", .string(type)), ("id", .string(id))] + members),
    ]
  }

  static func object(_ members: [(String, JSON?)]) -> JSON {
    .object(
      members.compactMap { name, value in
        guard let value, value != .null, value != .array([]), value != .string(""), value != .object([]) else {
          return nil
        }
        return .init(name, value)
      })
  }

  static func reference(_ id: JSON?) -> JSON? { (id?.string).map { ["reference": .string("urn:uuid:\($0)")] } }

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSON {
    object([("system", .string(system)), ("code", .string(code)), ("display", display.map { .string($0) })])
  }

  static func concept(_ codings: JSON..., text: String? = nil) -> JSON {
    object([("coding", .array(codings)), ("text", text.map { .string($0) })])
  }

  static func identifier(_ kind: String, _ value: JSON?) -> JSON {
    .array([object([("system", .string(system(kind))), ("value", value)])])
  }

  /// The id of something that has none of its own, always the same one.
  static func id(of name: String) -> String {
    var bytes = Array(SHA256.hash(name).prefix(16))
    // A UUID of version 8, which is free to use (RFC 9562).
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return NSUUID(uuidBytes: bytes).uuidString.lowercased()
  }
}
