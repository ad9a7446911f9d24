/// The address that calls a phone number.
enum TelephoneLink {
  /// Returns the number as RFC 3966 §3 writes it: `tel:+351912345678;ext=12`. What people write around it is left out: signs
  /// between digits, invisible characters, and the (0) that is not dialled from abroad.
  static func address(_ phone: String) -> String {
    let text = phone.lowercased()
    let mark = text.firstMatch(of: /(?:ext(?:ension|n)?\.?|int\.?|anexo|x|#)\s*(?=[0-9])/)
    let number = mark.map { String(text[..<$0.range.lowerBound]) } ?? text
    let isGlobal = number.first { $0 == "+" || $0 == "＋" || $0.isNumber }.map { !$0.isNumber } ?? false
    let dialled = isGlobal ? number.replacing("(0)", with: "") : number
    let digits = digits(of: dialled)
    let ext = mark.map { Self.digits(of: String(text[$0.range.upperBound...])) }.map { ";ext=\($0)" } ?? ""
    return "tel:" + (isGlobal ? "+" : "") + digits + ext
  }

  /// The digits of any script as 0 to 9.
  private static func digits(of text: String) -> String {
    text.unicodeScalars.compactMap { scalar in
      scalar.properties.numericType == .decimal ? scalar.properties.numericValue.map { String(Int($0)) } : nil
    }.joined()
  }
}
