import CLibPQ

/// One libpq connection and its protocol state. The owner runs one exchange at a time on it.
///
/// After a protocol violation the session is no longer usable, so that no caller ever receives another caller's answer.
@PostgresLoop
final class Session {
  private let handle: Handle
  let settings: SessionSettings
  private(set) var isUsable = true
  /// The names of prepared statements, by their SQL.
  private var names: [String: String] = [:]
  private var preparations = 0

  /// A libpq connection on its way from the thread that opened it to the event loop, which owns it from then on.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private init(_ handle: Handle, _ settings: SessionSettings) {
    self.handle = handle
    self.settings = settings
  }

  deinit {
    PQfinish(handle.pointer)
  }

  var pointer: OpaquePointer { handle.pointer }

  /// Whether the session is connected, idle and outside a transaction, as far as can be told without a round trip: the
  /// first read consumes a termination message that may be waiting, the second detects the end of the stream after it.
  var isReusable: Bool {
    isUsable && PQconsumeInput(pointer) == 1 && PQisBusy(pointer) == 0 && PQconsumeInput(pointer) == 1
      && PQtransactionStatus(pointer) == PQTRANS_IDLE
  }

  /// Connects on a thread of its own, because libpq may block while it resolves names and tries several hosts.
  static func open(_ conninfo: String, _ settings: SessionSettings) async throws(PostgresError) -> Session {
    let parameters = settings.parameters(conninfo: conninfo)
    let result = await withCheckedContinuation { continuation in
      DetachedThread.start { continuation.resume(returning: connect(parameters)) }
    }
    return Session(try result.get(), settings)
  }

  private nonisolated static func connect(
    _ parameters: [(keyword: String, value: String)]
  ) -> Result<Handle, PostgresError> {
    let connection = CStrings.withPointers(parameters.map(\.keyword) + [nil]) { keywords in
      CStrings.withPointers(parameters.map(\.value) + [nil]) { values in
        PQconnectdbParams(keywords, values, 1)
      }
    }
    guard let connection else {
      return .failure(PostgresError(sqlState: nil, message: "out of memory"))
    }
    guard PQstatus(connection) == CONNECTION_OK, PQsetnonblocking(connection, 1) == 0 else {
      // The only use of libpq's own message: no statement has been sent yet, so it contains no data.
      let words = String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isWhitespace)
      PQfinish(connection)
      return .failure(PostgresError(sqlState: nil, message: words.joined(separator: " ")))
    }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    return .success(Handle(pointer: connection))
  }
}

// MARK: - Exchanges

extension Session {
  /// Runs the statements as one implicit transaction in one round trip and returns the rows of each.
  func run(_ statements: [Statement]) async throws(PostgresError) -> [[Row]] {
    if statements.contains(where: \.containsNUL) { throw .containsNUL }
    do {
      return try await pipeline(statements)
    } catch {
      retire(after: error)
      throw error
    }
  }

  /// Runs a script of any number of statements by the simple query protocol: as one implicit transaction, unless the
  /// script itself begins and ends transactions. Discards rows.
  func run(script: String) async throws(PostgresError) {
    if script.containsNUL { throw .containsNUL }
    do {
      try await simpleQuery(script)
    } catch {
      retire(after: error)
      throw error
    }
  }

  func close() {
    isUsable = false
  }

  private func retire(after error: PostgresError) {
    if error.outcomeUnknown || error.sqlState?.isStalePreparation ?? true { isUsable = false }
  }

  private func pipeline(_ statements: [Statement]) async throws(PostgresError) -> [[Row]] {
    if !isUsable { throw .closed }
    let deadline = settings.answerTimeout.map { ContinuousClock.now + $0 }
    var reply = PipelineReply(try send(statements))
    try await flush(until: deadline)
    while !reply.isComplete {
      try reply.receive(try await nextResult(until: deadline), from: pointer)
    }
    if PQexitPipelineMode(pointer) != 1 { throw .protocolViolation }
    names.merge(reply.prepared) { $1 }
    return try reply.rows()
  }

  /// Queues the commands and the Sync, preparing statements that are new to this session.
  private func send(_ statements: [Statement]) throws(PostgresError) -> [PipelineReply.Command] {
    var commands: [PipelineReply.Command] = []
    var newNames: [String: String] = [:]
    var isSent = PQenterPipelineMode(pointer) == 1
    for statement in statements {
      let sql = statement.sql
      if settings.statements == .named, names[sql] == nil, newNames[sql] == nil {
        preparations += 1
        let name = "s\(preparations)"
        newNames[sql] = name
        commands.append(.prepare(sql: sql, name: name))
        isSent = isSent && PQsendPrepare(pointer, name, sql, 0, nil) == 1
      }
      commands.append(.execute)
      isSent = isSent && send(statement, preparedAs: names[sql] ?? newNames[sql])
    }
    if !isSent || PQpipelineSync(pointer) != 1 { throw .connectionLost() }
    return commands
  }

  private func send(_ statement: Statement, preparedAs name: String?) -> Bool {
    let count = Int32(statement.values.count)
    return CStrings.withPointers(statement.values.map { $0?.text }) { values in
      if let name {
        PQsendQueryPrepared(pointer, name, count, values, nil, nil, 0) == 1
      } else {
        PQsendQueryParams(pointer, statement.sql, count, nil, values, nil, nil, 0) == 1
      }
    }
  }

  private func simpleQuery(_ script: String) async throws(PostgresError) {
    if !isUsable { throw .closed }
    if PQsendQuery(pointer, script) != 1 { throw .connectionLost() }
    try await flush(until: nil)
    var failure: PostgresError?
    while let result = try await nextResult(until: nil) {
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
      case PGRES_FATAL_ERROR: failure = failure ?? PostgresError(result: result)
      default: throw .protocolViolation
      }
    }
    if PQstatus(pointer) != CONNECTION_OK { throw .connectionLost(failure?.sqlState) }
    if let failure { throw failure }
  }
}

// MARK: - Waiting

extension Session {
  /// Sends what is queued, and reads meanwhile: a server whose answers are not read stops reading, too.
  private func flush(until deadline: ContinuousClock.Instant?) async throws(PostgresError) {
    while true {
      switch PQflush(pointer) {
      case 0: return
      case 1: try await readiness(orWriting: true, until: deadline)
      default: throw .connectionLost()
      }
    }
  }

  /// `PQgetResult`, called only when it cannot block.
  private func nextResult(until deadline: ContinuousClock.Instant?) async throws(PostgresError) -> OpaquePointer? {
    while PQisBusy(pointer) == 1 {
      try await readiness(until: deadline)
    }
    return PQgetResult(pointer)
  }

  private func readiness(
    orWriting: Bool = false, until deadline: ContinuousClock.Instant?
  ) async throws(PostgresError) {
    let events = PostgresLoop.shared.events
    guard await events.readiness(of: PQsocket(pointer), orWriting: orWriting, until: deadline),
      PQconsumeInput(pointer) == 1
    else { throw .connectionLost() }
  }
}

extension Statement {
  fileprivate var containsNUL: Bool {
    values.contains { $0?.text.containsNUL ?? false }
  }
}
