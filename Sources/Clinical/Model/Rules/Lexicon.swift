/// Words in a client's own sentences that mean something, such as words of self-harm.
package struct Lexicon: Sendable, Identifiable {
  package typealias ID = Identifier<Lexicon>

  package let id: ID
  package let title: String
  /// The phrases; any of them is enough.
  package let phrases: [WordPattern]
  /// The phrases that do not count: what they match is taken out of a sentence first.
  package let exceptions: [WordPattern]
}
