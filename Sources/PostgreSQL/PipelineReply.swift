import CLibPQ

/// The answer to one pipeline as it arrives, result by result. It believes nothing before the final Sync.
///
/// libpq gives each command's results, then a null; a commit that fails (a deferred constraint) comes as one more
/// error and null, after every command has said it was complete; the Sync comes last.
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
  /// Names by SQL of what was prepared, which outlives a transaction that failed.
  private(set) var prepared: [String: String] = [:]

  init(_ commands: [Command]) {
    self.commands = commands
  }

  /// Takes what `PQgetResult` gave and frees it.
  /// - Throws: when the connection can no longer be trusted.
  mutating func take(_ result: OpaquePointer?, from connection: OpaquePointer) throws(PostgresError) {
    guard let result else {
      // After a loss the Sync never comes.
      if PQstatus(connection) != CONNECTION_OK { throw .connectionLost(failure?.sqlState) }
      index += 1
      if index > commands.count + 1 { throw .protocolSurprise }
      return
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_PIPELINE_SYNC:
      isComplete = true
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      guard index < commands.count else { throw .protocolSurprise }
      switch commands[index] {
      case .prepare(let sql, let name): prepared[sql] = name
      case .execute: results.append(try Row.rows(of: result))
      }
    case PGRES_PIPELINE_ABORTED:
      if failure == nil { throw .protocolSurprise }
    case PGRES_FATAL_ERROR:
      failure = failure ?? PostgresError(result: result)
    default:
      throw .protocolSurprise
    }
  }

  /// The rows of each executed statement, once complete.
  func rows() throws(PostgresError) -> [[Row]] {
    if let failure { throw failure }
    guard isComplete, results.count == commands.count(where: { $0 == .execute }) else { throw .protocolSurprise }
    return results
  }
}
