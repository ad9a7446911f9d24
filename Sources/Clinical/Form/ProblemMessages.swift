/// The words of every problem, by code: data of the pack, so that they can be translated.
package struct ProblemMessages: Sendable {
  private struct Wording: Sendable {
    let message: String
    let hint: String
  }
  private let wordings: [String: Wording]
  let monthNames: MonthNames

  init(_ fields: Fields) {
    let problems = fields.objects("problems", idKey: "code")
    wordings = Dictionary(
      problems.map { ($0.id, Wording(message: $0.text("message"), hint: $0.text("hint"))) }, uniquingKeysWith: { $1 })
    monthNames = MonthNames(fields)
    for code in Problem.Code.allCases where wordings[code.rawValue] == nil {
      fields.fault("problems", "have no wording for the code \(code.rawValue): add it")
    }
  }

  /// - Parameter values: what stands in for `{name}` in the wording.
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
