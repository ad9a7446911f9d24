import Clinical
import Foundation
import JSON

/// A flag of a submitted intake and what the therapist did about it.
package struct IntakeFlag: Sendable, Decodable {
  package let flag: RedFlag.ID
  package let urgency: RedFlag.Urgency
  package let title: String
  package let acknowledgedAt: Date?
  /// `refer`, `adapt` or `proceed`; nil until it is acknowledged.
  package let action: String?
  package let note: String?

  private enum CodingKeys: String, CodingKey {
    case flag, urgency, title, action, note
    case acknowledgedAt = "acknowledged_at"
  }
}

extension RedFlag {
  /// The flag as the database takes it with the intake that raised it.
  var raised: JSON {
    ["flag": .string(id.rawValue), "urgency": .string(urgency.rawValue), "title": .string(title)]
  }
}
