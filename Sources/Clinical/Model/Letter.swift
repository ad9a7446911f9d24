/// The words of one kind of message to a client or a therapist, without any about health.
package struct Letter: Sendable {
  /// What a message is about. `rawValue` is what the database calls it.
  package enum Kind: String, Sendable, CaseIterable {
    case invite, returned
    case inviteReminder = "invite_reminder"
    case newLink = "new_link"
    case plan
    case planPaused = "plan_paused"
    case checkIn = "checkin"
    case nextVisit = "next_visit"
    case yearlyReview = "yearly_review"
    /// To a therapist: something needs them.
    case notice
    /// To whoever looks after the installation, to see that mail arrives; the database knows of none.
    case test
  }

  package let subject: String
  package let paragraphs: [String]
  /// A paragraph for a message that names the day of a visit.
  package let dayParagraph: String?
  /// What the link is called; nil for a letter without one.
  package let button: String?
  /// The whole letter as a short message.
  package let sms: String
}

/// The letters of a content pack.
package struct Letters: Sendable {
  /// What stands below each letter to a client.
  package struct Foot: Sendable {
    /// Whom to call, for a practice that has a telephone.
    package let call: String
    /// Precedes the link by which the reader asks for no more.
    package let stop: String
    package let smsStop: String
  }

  let letters: [Letter.Kind: Letter]
  package let foot: Foot

  package subscript(kind: Letter.Kind) -> Letter {
    guard let letter = letters[kind] else { preconditionFailure("checked when the letters were loaded") }
    return letter
  }
}
