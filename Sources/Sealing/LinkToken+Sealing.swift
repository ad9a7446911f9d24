import Foundation

extension LinkToken {
  /// What is sealed under a link. Each purpose has its own key, so that one cannot be passed off as the other.
  package enum Purpose: String, Sendable {
    /// `ClientPlanCopy` of an issued plan.
    case plan = "plumbline plan copy 1"
    /// What the check-ins of an issued plan ask about.
    case checkInBasis = "plumbline check-in basis 1"
    /// `EarlierForm` of a client who answers again.
    case prefill = "plumbline prefill 2"
    /// What the pages for posture photos say beside the new measures.
    case photoBasis = "plumbline photo basis 1"
    /// A check-in that was begun, in a cookie of the client's browser.
    case checkIn = "plumbline check-in draft 1"
  }

  /// Seals the JSON of a value for whoever holds this link.
  package func seal(_ value: some Encodable, for purpose: Purpose) throws -> [UInt8] {
    SealedBox.seal([UInt8](try JSONEncoder().encode(value)), under: bytes, context: purpose.rawValue)
  }

  /// Seals the file of a posture photo for whoever holds this link, so that it cannot be passed off as another.
  package func seal(photo file: [UInt8], of view: String, id: UUID) -> [UInt8] {
    SealedBox.seal(file, under: bytes, context: Self.photo(view, id))
  }

  /// Opens the file of a posture photo.
  /// - Throws: when it was sealed under another link or as another photo, or was changed since.
  package func open(photo sealed: [UInt8], of view: String, id: UUID) throws -> [UInt8] {
    try SealedBox.open(sealed, under: bytes, context: Self.photo(view, id))
  }

  private static func photo(_ view: String, _ id: UUID) -> String {
    "plumbline photo 1 \(view) \(id.uuidString.lowercased())"
  }

  /// Opens what was sealed for the same purpose.
  /// - Throws: when it was sealed under another link or for another purpose, or was changed since.
  package func open<Value: Decodable>(_ sealed: [UInt8], as type: Value.Type, for purpose: Purpose) throws -> Value {
    let plain = try SealedBox.open(sealed, under: bytes, context: purpose.rawValue)
    return try JSONDecoder().decode(type, from: Data(plain))
  }

  /// Seals a value as text of letters, digits, `-` and `_`.
  package func sealedText(_ value: some Encodable, for purpose: Purpose) throws -> String {
    Base64URL.encode(try seal(value, for: purpose))
  }

  /// Opens what `sealedText` gave.
  /// - Returns: nil for anything else.
  package func open<Value: Decodable>(text: String, as type: Value.Type, for purpose: Purpose) -> Value? {
    Base64URL.decode(text).flatMap { try? open($0, as: type, for: purpose) }
  }
}
