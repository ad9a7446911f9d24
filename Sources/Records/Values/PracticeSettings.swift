import Clinical
import Foundation
import PostgreSQL

/// What a practice has set for itself.
package struct PracticeSettings: Sendable {
  package enum Key: String, Sendable, CaseIterable {
    case name, colour, phone
    case emergencyPhone = "emergency_phone"
    case email, address, welcome
    case hiddenQuestions = "hidden_questions"
    case retentionYears = "retention_years"
    case timeZone = "time_zone"
  }

  package let id: Practice.ID
  package let name: String
  /// The colour of the public pages in CSS, `#rrggbb`; nil means the default.
  package let colour: String?
  package let phone: String?
  /// Whom clients call when something cannot wait; nil means the emergency number of the place.
  package let emergencyPhone: String?
  package let email: String?
  package let address: String?
  /// What clients read above their form, in the practice's own words.
  package let welcome: String?
  /// Whether clients see a portrait of whoever asks beside these words.
  package let hasPortrait: Bool
  package let hiddenQuestions: [Question.ID]
  package let contentReviewedBy: String?
  package let contentReviewedAt: Date?
  package let retentionYears: Int
  /// The name of the time zone in which the practice counts days, such as `America/Toronto`.
  package let timeZone: String
}

extension PracticeSettings {
  /// Returns the hidden questions from ids separated by commas.
  package static func hiddenQuestions(from text: String) -> [Question.ID] {
    text.split(separator: ",").map { Question.ID(rawValue: String($0.filter { $0 != " " })) }
  }

  init(_ row: Row) throws {
    id = try row.id("id")
    name = try row.string("name")
    colour = try row.text("colour")
    phone = try row.text("phone")
    emergencyPhone = try row.text("emergency_phone")
    email = try row.text("email")
    address = try row.text("address")
    welcome = try row.text("welcome")
    hasPortrait = try row.flag("has_portrait")
    hiddenQuestions = try row.json("hidden_questions")
    contentReviewedBy = try row.text("content_reviewed_by")
    contentReviewedAt = try row.instant("content_reviewed_at")
    retentionYears = try row.integer("retention_years")
    timeZone = try row.string("time_zone")
  }
}
