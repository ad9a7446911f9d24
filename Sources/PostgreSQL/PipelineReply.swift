import CLibPQ

/// The answer to one pipeline as it arrives, result by result. It believes nothing before the final Sync.
///
/// libpq gives each command's results, then a null; a commit that fails (a deferred constraint) comes as one more
/// error and null, after every command has said it was complete; the Sync comes last.
struct PipelineReply {
  enum Command {
    case prepare
    case execute
  }

  private let commands: [Command]
  private var index = 0
  private var results: [[Row]] = []
  private var failure: PostgresError?
  private(set) var isComplete = false

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
      if commands[index] == .execute { results.append(try Row.rows(of: result)) }
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

extension Row {
  static func rows(of result: OpaquePointer) throws(PostgresError) -> [Row] {
    let width = PQnfields(result)
    let columns = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
    var rows: [Row] = []
    rows.reserveCapacity(Int(PQntuples(result)))
    for row in 0..<PQntuples(result) {
      var values: [String?] = []
      values.reserveCapacity(Int(width))
      for column in 0..<width {
        values.append(try text(of: result, row, column))
      }
      rows.append(Row(columns: columns, values: values))
    }
    return rows
  }

  private static func text(of result: OpaquePointer, _ row: Int32, _ column: Int32) throws(PostgresError) -> String? {
    if PQgetisnull(result, row, column) == 1 { return nil }
    guard let text = String(validatingCString: PQgetvalue(result, row, column)) else { throw .protocolSurprise }
    return text
  }
}
