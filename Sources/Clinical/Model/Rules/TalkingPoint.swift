/// Something to ask the client in person. Unlike a red flag, it changes neither massage nor plan.
package struct TalkingPoint: Sendable, Identifiable {
  package typealias ID = Identifier<TalkingPoint>

  package let id: ID
  package let when: Rule
  package let text: String
  package let sources: [Source.ID]
}
