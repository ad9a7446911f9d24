import Foundation
import PostgreSQL
import TestSupport

extension ScratchInstance {
  func run(
    _ arguments: [String], as service: Service? = nil, input: String = "", environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      programs.appending(path: "plumbline"), arguments + (service.map { ["--service", $0.rawValue] } ?? []),
      input: input, environment: environment)
  }

  /// Runs a command with `--json` and returns what it printed.
  func json(_ arguments: [String], as service: Service = .mira, input: String = "") async throws -> [String: Any] {
    let run = try await run(arguments + ["--json"], as: service, input: input)
    guard run.status == 0 else { throw CommandFailed(arguments: arguments, run: run) }
    return try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any] ?? [:]
  }

  /// Adds a client of Mira's and returns its id.
  func newClient(_ name: String) async throws -> String {
    try await json(["client", "add", name])["id"] as? String ?? ""
  }

  /// Makes it as if the outbox had run: links are sealed to its key.
  func registerOutboxKey() async throws {
    let outbox = try await PostgresConnection.open(Service.outbox.conninfo)
    _ = try await outbox.query(
      Statement("select outbox.key_register($1)", [.bytes(Array(repeating: 9, count: 32))]))
  }
}

struct CommandFailed: Error, CustomStringConvertible {
  let arguments: [String]
  let run: ProgramRun

  var description: String { "plumbline \(arguments.joined(separator: " ")): \(run.status) \(run.errorText)" }
}
