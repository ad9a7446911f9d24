import ArgumentParser
import Records

extension ArgumentHelp {
  static let client: ArgumentHelp = "Short id, e-mail, phone or name."
  static let intake: ArgumentHelp = "Intake: its id, or the client for the newest one."
  static let evaluation: ArgumentHelp = "Evaluation: its id, or the client for the newest one."
  static let plan: ArgumentHelp = "Plan: its id, or the client for the newest one."
}

extension Desk {
  func findIntake(_ reference: String, _ console: Console) async throws -> Intake {
    try await find(reference, console, { try await intake($0) }, "intake") { client in
      try await intakes(of: client.id).first?.id.description
    }
  }

  func findEvaluation(_ reference: String, _ console: Console) async throws -> EvaluationRecord {
    try await find(reference, console, { try await evaluation($0) }, "evaluation") { client in
      try await evaluations(of: client.id).max { $0.recordedAt < $1.recordedAt }?.id.description
    }
  }

  /// - Parameter states: when a client is named, the newest plan in one of these states is meant, else the newest of all.
  func findPlan(_ reference: String, _ console: Console, preferring states: Set<Plan.State> = []) async throws -> Plan {
    try await find(reference, console, { try await plan($0) }, "plan") { client in
      let newestFirst = try await plans(of: client.id).sorted { $0.createdAt > $1.createdAt }
      return (newestFirst.first { states.contains($0.state) } ?? newestFirst.first)?.id.description
    }
  }

  /// Returns the record with this id, else the newest record of the client who is named.
  private func find<Record>(
    _ reference: String, _ console: Console, _ get: (String) async throws -> Record, _ kind: String,
    newestOf: (Client) async throws -> String?
  ) async throws -> Record {
    do {
      return try await get(reference)
    } catch Refusal.notFound {
      let client: Client
      do {
        client = try await find(reference, console, writing: true)
      } catch let error as CommandError where error.status == .notFound && error.why.isEmpty {
        throw CommandError(
          .notFound, "no \(kind) and no client matches “\(reference)”.", next: "plumbline client list")
      }
      guard let newest = try await newestOf(client) else {
        throw CommandError(
          .notFound, "\(client.label) has no \(kind) yet.", next: "plumbline client show \(client.shortID)")
      }
      return try await get(newest)
    }
  }
}
