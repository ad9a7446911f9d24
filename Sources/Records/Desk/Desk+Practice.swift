import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  package func practice() async throws -> PracticeSettings {
    try await call("desk.practice_get").only(as: PracticeSettings.init)
  }

  /// Changes a setting of the practice; only the owner may.
  /// - Parameter value: nil clears it. Hidden questions are ids separated by commas.
  package func setPractice(_ key: PracticeSettings.Key, to value: String?) async throws {
    let change: JSON =
      switch (key, value) {
      case (_, nil) where key != .hiddenQuestions: .null
      case (.hiddenQuestions, let list):
        .array(PracticeSettings.hiddenQuestions(from: list ?? "").map { .string($0.rawValue) })
      case (_, let text): .string(text ?? "")
      }
    _ = try await call("desk.practice_set", .json([key.rawValue: change]))
  }

  /// Keeps the portrait that clients of this login's therapist see above their form.
  /// - Parameter jpeg: at most `mostPortraitBytes`; nil takes it away.
  package func setPortrait(_ jpeg: [UInt8]?) async throws {
    _ = try await call("desk.portrait_set", jpeg.map { .bytes($0) })
  }

  /// So few that a portrait comes with the first packets of an answer.
  package static let mostPortraitBytes = 14_336

  /// Lets the database count days in the practice's time zone for the rest of the session.
  ///
  /// - Returns: its name; nil for a login of no practice.
  package func enterTimeZone() async throws -> String? {
    try await call("desk.time_zone").decoded { try $0.text("time_zone") }.first ?? nil
  }

  /// Names who reviewed the clinical content; only the owner may.
  /// - Parameter reviewer: nil means nobody.
  package func setContentReviewed(by reviewer: String?) async throws {
    _ = try await call("desk.content_reviewed", reviewer.map { .text($0) })
  }

  /// Returns the settings that `doctor` checks, by name.
  package func settings() async throws -> [String: String] {
    try await call("desk.settings").settings()
  }
}
