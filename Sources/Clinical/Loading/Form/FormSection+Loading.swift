extension FormSection {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    intro = fields.text("intro")
    order = fields.integer("order")
    page = fields.integer("page")
    isProtected = fields.optionalFlag("protected")
  }
}

extension FormPage {
  init(_ fields: Fields, number: Int, sections: [FormSection], questions: [Question]) {
    id = ID(rawValue: fields.id)
    self.number = number
    stage = FormStage.ID(rawValue: fields.optionalText("stage") ?? fields.id)
    title = fields.text("title")
    intro = fields.optionalText("intro") ?? ""
    folds = fields.optionalObjects("folds").map { fold in
      Fold(label: fold.text("label"), questions: fold.texts("of").map { Question.ID(rawValue: $0) })
    }
    why = fields.optionalText("why") ?? ""
    slots = sections.sorted { $0.order < $1.order }.flatMap { section in
      questions.indices.filter { slot in
        let question = questions[slot]
        return question.page == number && question.section == section.id && !question.staffOnly && !question.retired
      }
      .sorted { questions[$0].order < questions[$1].order }
    }
    self.questions = slots.map { questions[$0].id }
    let asked = Set(self.questions)
    for id in folds.flatMap(\.questions) where !asked.contains(id) {
      fields.fault("folds", "name \(id), which is not on the page: correct it")
    }
    if self.questions.isEmpty { fields.fault("page", "\(number) has no question: remove it or give it a section") }
  }
}
