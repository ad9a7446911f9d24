/// The messages for every problem, by code. They are content, so that they can be translated.
package struct ProblemMessages: Sendable {
  struct Wording: Sendable {
    let message: String
    let hint: String
  }

  /// The wording by problem code; `{name}` in it stands for a value.
  let wordings: [String: Wording]
  let monthNames: MonthNames

  /// Words a problem.
  ///
  /// - Parameter values: the values to fill in, by name.
  func problem(_ code: Problem.Code, _ question: Question.ID, _ values: [String: String] = [:]) -> Problem {
    let wording = wordings[code.rawValue] ?? Wording(message: code.rawValue, hint: "")
    return Problem(
      code: code.rawValue, question: question, message: Self.fill(wording.message, values),
      hint: Self.fill(wording.hint, values))
  }

  private static func fill(_ wording: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = wording[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open] + (values[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
