import CLibPQ

/// The reply to one pipeline, collected result by result. It counts as successful only after the final Sync.
///
/// libpq delivers the results of each command, followed by a null. A commit that fails (because of a deferred constraint)
/// is delivered as one more error and null after every command has reported success. The Sync comes last.
struct PipelineReply {
  enum Command: Equatable {
    case prepare(sql: String, name: String)
    case execute
  }

  private let commands: [Command]
  private var index = 0
  private var results: [[Row]] = []
  private var failure: PostgresError?
  private(set) var isComplete = false
  /// The names of the statements prepared here, by SQL. Prepared statements outlive a failed transaction.
  private(set) var prepared: [String: String] = [:]

  init(_ commands: [Command]) {
    self.commands = commands
  }

  /// Records one result of `PQgetResult` and frees it.
  /// - Throws: when the connection can no longer be trusted.
  mutating func receive(_ result: OpaquePointer?, from connection: OpaquePointer) throws(PostgresError) {
    guard let result else {
      // After the connection is lost, no Sync arrives.
      if PQstatus(connection) != CONNECTION_OK { throw .connectionLost(failure?.sqlState) }
      index += 1
      if index > commands.count + 1 { throw .protocolViolation }
      return
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_PIPELINE_SYNC:
      isComplete = true
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      guard index < commands.count else { throw .protocolViolation }
      switch commands[index] {
      case .prepare(let sql, let name): prepared[sql] = name
      case .execute: results.append(try Row.rows(of: result))
      }
    case PGRES_PIPELINE_ABORTED:
      if failure == nil { throw .protocolViolation }
    case PGRES_FATAL_ERROR:
      // A failing commit comes after all commands and belongs to none of them.
      let statement = index < commands.count ? commands.prefix(index).count { $0 == .execute } : nil
      failure = failure ?? PostgresError(result: result, of: statement)
    default:
      throw .protocolViolation
    }
  }

  /// Returns the rows of each executed statement, once the reply is complete.
  func rows() throws(PostgresError) -> [[Row]] {
    if let failure { throw failure }
    guard isComplete, results.count == commands.count(where: { $0 == .execute }) else { throw .protocolViolation }
    return results
  }
}
