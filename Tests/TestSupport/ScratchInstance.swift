import Foundation

/// The instance the tests run against: what `deploy/scratch start` printed and the environment now holds.
package struct ScratchInstance: Sendable {
  /// The logins of the instance: the entries of its service file.
  package enum Service: String, Sendable, CaseIterable {
    case mira, jonas, tom, `operator`, door, outbox, superuser

    /// The connection string for `PostgresConnection.open` and `ConnectionPool`.
    package var conninfo: String { "service=\(rawValue)" }
  }

  /// Where `plumblined` answers.
  package let url: URL
  /// The folder with both programs.
  package let programs: URL
  /// The instance's own folder, with its cluster and its logs.
  package let folder: URL
  package let daemonPID: Int32
  package let postgresPID: Int32

  /// - Throws: `MissingInstance`, which says how to start one.
  package static func current() throws -> ScratchInstance {
    let environment = ProcessInfo.processInfo.environment
    func value(_ key: String) throws -> String {
      guard let value = environment[key] else { throw MissingInstance(key: key) }
      return value
    }
    func pid(_ key: String) throws -> Int32 {
      guard let pid = Int32(try value(key)) else { throw MissingInstance(key: key) }
      return pid
    }
    _ = try value("PGSERVICEFILE")
    guard let url = URL(string: try value("PLUMBLINE_URL")) else { throw MissingInstance(key: "PLUMBLINE_URL") }
    return ScratchInstance(
      url: url, programs: URL(filePath: try value("PLUMBLINE_BIN")), folder: URL(filePath: try value("SCRATCH_DIR")),
      daemonPID: try pid("DAEMON_PID"), postgresPID: try pid("POSTGRES_PID"))
  }

  /// Runs `plumbline` as one of the services and waits for its end.
  package func plumbline(
    _ arguments: String..., as service: Service? = nil, input: String = "", environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    try await ProgramRun.of(
      programs.appending(path: "plumbline"), arguments + (service.map { ["--service", $0.rawValue] } ?? []),
      input: input, environment: environment)
  }
}

package struct MissingInstance: Error, CustomStringConvertible {
  let key: String

  package var description: String {
    "\(key) is not set: run `deploy/scratch start`, export the lines it prints, and test again (`Tests/run` does so)."
  }
}
