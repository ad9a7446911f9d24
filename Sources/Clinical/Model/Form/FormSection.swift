/// A topic of the form: a heading with its questions.
package struct FormSection: Sendable, Identifiable {
  package typealias ID = Identifier<FormSection>
  package let id: ID
  package let title: String
  package let intro: String
  package let order: Int
  /// The page of the web form, from 1; a question may name another one.
  package let page: Int
  /// Whether it is about safety, health, medicines or consent; a practice cannot hide its questions.
  package let isProtected: Bool
}

/// A page of the web form.
package struct FormPage: Sendable, Identifiable {
  package typealias ID = Identifier<FormPage>

  /// Questions under one line that names what they ask for, to be opened by whom it concerns. All of them can be answered
  /// with no.
  package struct Fold: Sendable {
    package let label: String
    package let questions: [Question.ID]
  }

  package let id: ID
  /// From 1.
  package let number: Int
  package let stage: FormStage.ID
  package let title: String
  package let intro: String
  /// Why its questions are asked; empty where the title says it.
  package let why: String
  package let folds: [Fold]
  /// The questions in the order of asking, without staff-only and retired ones. A question whose condition depends on an
  /// answer stands on a later page than that answer, so that no page changes while the client fills it in.
  package let questions: [Question.ID]
  /// The indices of the questions in the pack.
  let slots: [Slot]
}

extension ContentPack {
  /// Whether a practice may remove the question from its form.
  package func mayBeHidden(_ id: Question.ID) -> Bool {
    guard let question = question(id), let section = sections.first(where: { $0.id == question.section }) else {
      return false
    }
    return !question.required && !section.isProtected
  }
}
