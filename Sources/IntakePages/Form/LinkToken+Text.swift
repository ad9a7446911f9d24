import Sealing

extension LinkToken {
  /// Reads the token of a link as people pass it on: with a full stop, a bracket or an invisible character that stuck to
  /// it on the way.
  init?(inText text: String) {
    let visible = Array(text.unicodeScalars.filter { $0.properties.generalCategory != .format })
    let fromToken = visible.drop { !Self.isOwn($0) }
    guard fromToken.dropFirst(43).allSatisfy({ !Self.isOwn($0) }) else { return nil }
    self.init(String(String.UnicodeScalarView(fromToken.prefix(43))))
  }

  private static func isOwn(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "-" || scalar == "_")
  }
}
