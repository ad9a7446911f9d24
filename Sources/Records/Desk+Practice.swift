import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  package func practice() async throws -> PracticeSettings {
    try await database.call("desk.practice_get").only(as: PracticeSettings.init)
  }

  /// For the owner. `hidden_questions` is a comma-separated list of ids; nil clears.
  package func setPractice(_ key: PracticeSettings.Key, to value: String?) async throws {
    let change: JSON =
      switch (key, value) {
      case (_, nil) where key != .hiddenQuestions: .null
      case (.hiddenQuestions, let list):
        .array((list ?? "").split(separator: ",").map { .string(String($0.filter { $0 != " " })) })
      case (_, let text): .string(text ?? "")
      }
    _ = try await database.call("desk.practice_set", .json([key.rawValue: change]))
  }

  /// For the owner: who looked through the clinical content; nil is nobody.
  package func setContentReviewed(by reviewer: String?) async throws {
    _ = try await database.call("desk.content_reviewed", reviewer.map { .text($0) })
  }

  package func practitioners() async throws -> [Colleague] {
    try await database.call("desk.practitioner_list").decoded(as: Colleague.init)
  }

  /// For the owner: ends a login and its sessions; `successor` takes over the clients.
  /// - Returns: how many clients.
  package func deactivatePractitioner(_ reference: String, successor: String) async throws -> Int {
    try await database.call("desk.practitioner_deactivate", .text(reference), .text(successor))
      .only { try $0.integer("practitioner_deactivate") }
  }

  /// For the owner: gives all clients of one practitioner to another.
  /// - Returns: how many clients.
  package func transferClients(from giver: String, to taker: String) async throws -> Int {
    try await database.call("desk.practitioner_transfer", .text(giver), .text(taker))
      .only { try $0.integer("practitioner_transfer") }
  }

  /// What `doctor` compares with what should be, by name.
  package func settings() async throws -> [String: String] {
    try await database.call("desk.settings").settings()
  }
}
