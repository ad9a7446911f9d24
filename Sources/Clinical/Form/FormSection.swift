/// A topic of the form: a heading with its questions.
package struct FormSection: Sendable, Identifiable {
  package typealias ID = Identifier<FormSection>
  package let id: ID
  package let title: String
  package let intro: String
  package let order: Int
  /// The page of the web form, from 1; a question may name another one.
  package let page: Int
  /// Safety, health, medicines and consent: a practice cannot hide questions of it.
  package let isProtected: Bool
}

/// A page of the web form.
package struct FormPage: Sendable, Identifiable {
  package typealias ID = Identifier<FormPage>
  package let id: ID
  /// From 1.
  package let number: Int
  package let title: String
  package let intro: String
  /// In the order of asking, without staff-only and retired ones. A question whose condition depends on an answer comes
  /// on a later page than that answer, so no page changes under the client's hands.
  package let questions: [Question.ID]
  /// Their places in the pack.
  let slots: [Slot]
}

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
    title = fields.text("title")
    intro = fields.text("intro")
    slots = sections.sorted { $0.order < $1.order }.flatMap { section in
      questions.indices.filter { slot in
        let question = questions[slot]
        return question.page == number && question.section == section.id && !question.staffOnly && !question.retired
      }
      .sorted { questions[$0].order < questions[$1].order }
    }
    self.questions = slots.map { questions[$0].id }
    if self.questions.isEmpty { fields.fault("page", "\(number) has no question: remove it or give it a section") }
  }
}

extension ContentPack {
  /// Whether a practice may take the question off its form.
  package func mayBeHidden(_ id: Question.ID) -> Bool {
    guard let question = question(id), let section = sections.first(where: { $0.id == question.section }) else {
      return false
    }
    return !question.required && !section.isProtected
  }
}
