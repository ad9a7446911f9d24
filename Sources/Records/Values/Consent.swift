import Clinical
import Foundation
import PostgreSQL

/// What was said about one consent of a client at one time. Of what was said about one consent, the newest counts.
package struct Consent: Sendable {
  package enum State: String, Sendable { case given, refused, withdrawn, renewed, overridden }

  /// How it was said: with a form, on a signed sheet, by the client in their own words, or through the link in a message
  /// that stops more of them. An override is the therapist's.
  package enum Source: String, Sendable, CaseIterable { case intake, sheet, wish, therapist, link }

  package let question: Question.ID
  package let state: State
  /// What was chosen, where there is more to choose from than yes and no.
  package let answer: Question.Choice.ID?
  package let source: Source
  /// The version of the content whose words were agreed to.
  package let textVersion: String
  /// The short id of the intake that it was said with.
  package let intake: String?
  /// The display name of the practitioner who wrote it down; nil when the client said it through a link.
  package let recordedBy: String?
  package let at: Date
  package let reason: String?
  /// Whether care rests on it: false for a permission, such as the one for photos.
  package let isRequired: Bool

  /// Whether care that rests on it must not go on.
  package var isWithheld: Bool { isRequired && [.refused, .withdrawn].contains(state) }
}

extension Consent {
  init(_ row: Row) throws {
    question = Question.ID(rawValue: try row.string("consent"))
    state = try row.requiredWord("state")
    answer = try row.text("answer").map(Question.Choice.ID.init(rawValue:))
    source = try row.requiredWord("source")
    textVersion = try row.string("text_version")
    intake = try row.text("intake")
    recordedBy = try row.text("recorded_by")
    at = try row.requiredInstant("at")
    reason = try row.text("reason")
    isRequired = try row.flag("required")
  }
}
