import ArgumentParser
import Care
import Records

extension ArgumentHelp {
  static let client: ArgumentHelp = "Short id, e-mail, phone or name."
  static let colleague: ArgumentHelp = "The colleague: a name or its beginning, or the login."
  static let intake: ArgumentHelp = "Intake: its id, or the client for the newest one."
  static let evaluation: ArgumentHelp = "Evaluation: its id, or the client for the newest one."
  static let visit: ArgumentHelp = "Visit: its id, or the client for the newest one."
  static let checkIn: ArgumentHelp = "Check-in: its id, or the client for the newest one."
  static let plan: ArgumentHelp = "Plan: its id, or the client for the newest one."
}

extension Desk {
  func findIntake(_ reference: String, _ console: Console) async throws -> Intake {
    try await find(reference, console, { try await intake($0) }, "intake") { client in
      try await intakeIndex(of: client.id).first?.id.description
    }
  }

  /// - Parameter states: when a client is named, the newest evaluation in one of these states is meant, else the newest of
  ///   all.
  func findEvaluation(
    _ reference: String, _ console: Console, preferring states: Set<EvaluationRecord.State> = []
  ) async throws -> EvaluationRecord {
    try await find(reference, console, { try await evaluation($0) }, "evaluation") { client in
      try await evaluations(of: client.id).newest { states.contains($0.state) }?.id.description
    }
  }

  /// Finds a check-in; of a client who is named, the newest that was not read, else the newest of all.
  func findCheckIn(_ reference: String, _ console: Console) async throws -> CheckIn {
    try await find(reference, console, { try await checkIn($0) }, "check-in") { client in
      try await checkIns(of: client.id).newest { $0.readAt == nil }?.id.description
    }
  }

  /// - Parameter states: when a client is named, the newest visit in one of these states is meant, else the newest of all.
  func findVisit(
    _ reference: String, _ console: Console, preferring states: Set<Visit.State> = []
  ) async throws -> Visit {
    try await find(reference, console, { try await visit($0) }, "visit") { client in
      try await visits(of: client.id).newest { states.contains($0.state) }?.id.description
    }
  }

  /// - Parameter states: when a client is named, the newest plan in one of these states is meant, else the newest of all.
  func findPlan(_ reference: String, _ console: Console, preferring states: Set<Plan.State> = []) async throws -> Plan {
    try await find(reference, console, { try await plan($0) }, "plan") { client in
      try await planIndex(of: client.id).newest { states.contains($0.state) }?.id.description
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
