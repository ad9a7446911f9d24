import Clinical

/// A page of the form as the client sees it. A stage consists of one or more screens.
struct Screen: Sendable {
  enum Content: Sendable {
    case questions([Question])
    /// The body chart, on which regions are ticked, with what is felt in each.
    case chart(Question)
  }

  /// The last path component of its address: `3`, `3.2` ...
  let id: String
  /// The page of the content that it shows, or a part of.
  let page: FormPage
  let stage: FormStage
  let content: Content

  /// Whether the screen is reached by a button on another screen instead of Continue.
  var isDetour: Bool {
    if case .chart(let question) = content { !question.required } else { false }
  }

  /// Whether Continue may lead from the one to the other.
  func belongs(with other: Screen) -> Bool {
    stage.isDeeper || other.stage.isDeeper ? stage.id == other.stage.id : true
  }

  /// Whether Continue leads here, given the answers so far.
  func isOnTheWay(for sheet: AnswerSheet) -> Bool { !isDetour && isShown(for: sheet) }

  var questions: [Question] {
    switch content {
    case .questions(let questions): questions
    case .chart(let question): [question]
    }
  }

  /// Whether the screen has anything to ask, given the answers so far.
  func isShown(for sheet: AnswerSheet) -> Bool {
    switch content {
    case .questions(let questions): questions.contains { sheet.isShown($0.id) }
    case .chart(let question): sheet.isShown(question.id)
    }
  }

  /// Returns this screen in the words of another edition of its content.
  func reworded(as pack: ContentPack) -> Screen {
    func reworded(_ question: Question) -> Question { pack.question(question.id) ?? question }
    let content: Content =
      switch content {
      case .questions(let questions): .questions(questions.map(reworded))
      case .chart(let question): .chart(reworded(question))
      }
    return Screen(
      id: id, page: pack.pages.first { $0.id == page.id } ?? page, stage: pack.stage(stage.id) ?? stage,
      content: content)
  }

  /// Whether the screen shows a field.
  func owns(field name: String) -> Bool { questions.contains { $0.owns(field: name) } }
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
