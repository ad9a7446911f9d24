import JSON

extension ProblemMessages {
  init(_ fields: Fields) {
    let problems = fields.objects("problems", idKey: "code")
    wordings = Dictionary(
      problems.map { ($0.id, Wording(message: $0.text("message"), hint: $0.text("hint"))) }, uniquingKeysWith: { $1 })
    monthNames = MonthNames(fields)
    for code in Problem.Code.allCases where wordings[code.rawValue] == nil {
      fields.fault("problems", "have no wording for the code \(code.rawValue): add it")
    }
  }
}

extension MonthNames {
  fileprivate init(_ fields: Fields) {
    let lists = fields["months"]?.array?.compactMap(\.strings) ?? []
    if lists.count != 12 { fields.fault("months", "must be twelve lists of names, January first") }
    names = lists.map { $0.map { $0.lowercased() } }
  }
}
