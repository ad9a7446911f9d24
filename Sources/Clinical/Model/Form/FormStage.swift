/// A named part of the form. Its pages belong together, and the client sees how many parts are done.
package struct FormStage: Sendable, Identifiable {
  package typealias ID = Identifier<FormStage>
  package let id: ID
  package let title: String
  /// The end of "4 questions, ...": what the answers are for. Empty for what everyone is asked.
  package let why: String
  /// Asked after the form was sent, of those whom `offeredIf` names. Nothing in it is needed to send the form.
  package let isDeeper: Bool
  /// Who is offered a deeper stage; nil: everyone.
  package let offeredIf: Rule?
}

/// Lines of consent that the client answers together, with one yes or no.
package struct Agreement: Sendable, Identifiable {
  package typealias ID = Identifier<Agreement>
  package let id: ID
  package let title: String
  package let questions: [Question.ID]
  /// What follows when the client does not agree.
  package let without: String
}
