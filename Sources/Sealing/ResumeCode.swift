import Cryptography

/// The code that opens a draft on another device, together with the link: ten letters and digits, 50 bits.
///
/// Without the link it is worth nothing, because every use of it is bound to the link's secret. With the link, the
/// database allows few guesses.
package struct ResumeCode: Sendable, Hashable {
  /// Crockford's base 32: no I, L, O and U, which people misread.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let length = 10
  private static let context = "plumbline resume code 1"

  private let symbols: [UInt8]

  package init() {
    var random = SystemRandomNumberGenerator()
    symbols = (0..<Self.length).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &random)] }
  }

  /// Reads a code as it was typed: ignores case, blanks and hyphens, and corrects misread letters.
  package init?(_ text: String) {
    let typed = text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
    let symbols = typed.map { byte in
      switch byte {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      default: byte
      }
    }
    guard symbols.count == Self.length, symbols.allSatisfy(Self.alphabet.contains) else { return nil }
    self.symbols = symbols
  }

  /// The code in two groups, for reading aloud.
  package var text: String {
    let letters = symbols.map { String(UnicodeScalar($0)) }
    return letters.prefix(5).joined() + "-" + letters.suffix(5).joined()
  }

  package func hash(for token: LinkToken) -> [UInt8] {
    SHA256.hash(Array(Self.context.utf8) + token.bytes + symbols)
  }

  package func wrap(_ key: DraftKey, for token: LinkToken) -> [UInt8] {
    SealedBox.seal(Array(key.text.utf8), under: token.bytes + symbols, context: Self.context)
  }

  package func unwrap(_ wrapped: [UInt8], for token: LinkToken) throws -> DraftKey {
    let plain = try SealedBox.open(wrapped, under: token.bytes + symbols, context: Self.context)
    guard let text = String(validating: plain, as: UTF8.self), let key = DraftKey(text) else { throw Unusable() }
    return key
  }

  private struct Unusable: Error {}
}
