import Clinical

/// A page of the form as the client sees it. A step consists of one or more screens.
struct Screen: Sendable {
  enum Content: Sendable {
    case questions([Question])
    /// The body chart, on which regions are ticked.
    case chart(Question)
    /// Symptoms and a score for each ticked region.
    case chartDetails(Question)
  }

  /// The last path component of its address: `3`, `3.2` ...
  let id: String
  /// The step it belongs to.
  let page: FormPage
  let content: Content

  /// Whether the screen is reached by a button on another screen instead of Continue.
  var isDetour: Bool {
    if case .chart(let question) = content { !question.required } else { false }
  }

  /// Whether Continue leads here, given the answers so far.
  func isOnTheWay(for sheet: AnswerSheet) -> Bool { !isDetour && isShown(for: sheet) }

  var questions: [Question] {
    switch content {
    case .questions(let questions): questions
    case .chart(let question), .chartDetails(let question): [question]
    }
  }

  /// Whether the screen has anything to ask, given the answers so far.
  func isShown(for sheet: AnswerSheet) -> Bool {
    switch content {
    case .questions(let questions): questions.contains { sheet.isShown($0.id) }
    case .chart(let question): sheet.isShown(question.id)
    case .chartDetails(let question):
      if case .regions(let marked) = sheet[question.id] { !marked.isEmpty } else { false }
    }
  }

  /// Whether the screen shows a field.
  func owns(field name: String) -> Bool {
    switch content {
    case .questions(let questions): questions.contains { $0.owns(field: name) }
    case .chart(let question): name == question.id.rawValue
    case .chartDetails(let question): name.hasPrefix(question.id.rawValue + ".")
    }
  }
}

extension ContentPack {
  /// The question that a field belongs to: its identifier is the field's name, or the name up to one of its dots.
  func question(owning field: String) -> Question? {
    var name = field[...]
    while !name.isEmpty {
      if let question = question(Question.ID(rawValue: String(name))), question.owns(field: field) { return question }
      name = name[..<(name.lastIndex(of: ".") ?? name.startIndex)]
    }
    return nil
  }
}

extension Question {
  /// Whether a field of the form belongs to this question; see `FieldValues` for the names.
  func owns(field name: String) -> Bool {
    guard name.hasPrefix(id.rawValue) else { return false }
    let rest = Substring(name.utf8.dropFirst(id.rawValue.utf8.count))
    switch kind {
    case .date: return ["", ".day", ".month", ".year"].contains(rest)
    case .table, .regionMap: return rest.isEmpty || rest.hasPrefix(".")
    default: return rest.isEmpty
    }
  }
}
