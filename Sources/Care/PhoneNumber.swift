import Clinical
import Foundation

/// A phone number as it was typed, to be compared with others. The database compares them in the same way
/// (`clinic.is_same_number`). It equals one with the same digits that is dialled in the same way, however short.
package struct PhoneNumber: Equatable, Sendable {
  /// Fewer digits are no number that two people would share.
  private static let fewestDigits = 6

  private enum Dialling { case fromAbroad, within, either }

  /// The digits without the zeros in front, and without the (0) that is not dialled from abroad.
  package let key: String
  private let dialling: Dialling

  package init(_ typed: String) {
    // Scalar by scalar, because a digit with a character of no width behind it is one Character.
    let text = typed.decomposedStringWithCompatibilityMapping.unicodeScalars
      .replacing("(0)".unicodeScalars, with: "".unicodeScalars)
    let digits = text.compactMap(\.searchedDigit)
    key = digits.drop { $0 == 0 }.map(String.init).joined()
    let isMarked = text.prefix { $0.searchedDigit == nil }.contains("+")
    dialling = isMarked || digits.starts(with: [0, 0]) ? .fromAbroad : digits.first == 0 ? .within : .either
  }

  /// The digits that are dialled within its country; nil when no code of a country is in front. In North America 1 is
  /// written before ten digits without a sign, too.
  private var keyWithin: String? {
    switch dialling {
    case .fromAbroad:
      // A code that is none of these has three digits.
      let code = key.prefixMatch(of: /[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]/)
      return String(key.dropFirst(code?.output.count ?? 3).drop { $0 == "0" })
    case .either: return key.wholeMatch(of: /1[2-9][0-9]{9}/).map { _ in String(key.dropFirst()) }
    case .within: return nil
    }
  }

  /// The digits under which it may be known. Two numbers that are the same have one of these in common.
  package var keys: [String] { [key] + [keyWithin].compactMap(\.self) }

  /// Whether it is the same digit by digit, or but for the code of a country that one of them has in front. The practice's
  /// country is not known, so a number that is dialled within a country is the same as with the code of any; its 0 stands
  /// for no code, so that 020 3486 1234 is not +20 3 486 1234. 0170 and 070 are not the same, either.
  package func isSame(as other: PhoneNumber) -> Bool {
    min(key.count, other.key.count) >= Self.fewestDigits
      && (isSameDigitByDigit(other) || isSame(asShorter: other) || other.isSame(asShorter: self))
  }

  private func isSameDigitByDigit(_ other: PhoneNumber) -> Bool {
    key == other.key && Set([dialling, other.dialling]) != [.fromAbroad, .within]
  }

  private func isSame(asShorter other: PhoneNumber) -> Bool {
    let mayBeShorter = dialling == .fromAbroad ? other.dialling != .fromAbroad : other.dialling == .either
    return mayBeShorter && keyWithin == other.key
  }
}
