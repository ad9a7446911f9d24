import CLibPQ

/// One libpq connection and the state of its conversation. Its owner lets one exchange at a time run on it.
///
/// After any protocol surprise it is not usable any more: the next caller must never get this caller's answer.
@PostgresLoop
final class Session {
  private let handle: Handle
  let settings: SessionSettings
  private(set) var isUsable = true
  /// Of prepared statements, by their SQL.
  private var names: [String: String] = [:]
  private var preparations = 0

  /// A libpq connection on its way from the thread that opened it to the loop that owns it from then on.
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

  /// Connected, idle and outside any transaction, as far as can be told without asking the server: the first read
  /// takes a farewell that may be waiting, the second meets the end of the stream behind it.
  var isReusable: Bool {
    isUsable && PQconsumeInput(pointer) == 1 && PQisBusy(pointer) == 0 && PQconsumeInput(pointer) == 1
      && PQtransactionStatus(pointer) == PQTRANS_IDLE
  }

  /// Connects on a thread of its own: libpq may look up names, try several hosts and wait for each.
  static func open(_ conninfo: String, _ settings: SessionSettings) async throws(PostgresError) -> Session {
    let parameters = settings.parameters(conninfo: conninfo)
    let result = await withCheckedContinuation { continuation in
      Thread.detach { continuation.resume(returning: connect(parameters)) }
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
      // The one use of libpq's own words: nothing has been sent yet, so there is no data in them.
      let words = String(cString: PQerrorMessage(connection)).split(whereSeparator: \.isWhitespace)
      PQfinish(connection)
      return .failure(PostgresError(sqlState: nil, message: words.joined(separator: " ")))
    }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    return .success(Handle(pointer: connection))
  }
}

// MARK: exchanges

extension Session {
  /// Runs the statements as one implicit transaction in one round trip; the rows of each.
  func run(_ statements: [Statement]) async throws(PostgresError) -> [[Row]] {
    if statements.contains(where: \.containsNUL) { throw .containsNUL }
    do {
      return try await pipeline(statements)
    } catch {
      retire(after: error)
      throw error
    }
  }

  /// Runs a script of any number of statements by the simple-query protocol: one implicit transaction, unless the
  /// script itself says otherwise. Rows are dropped.
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
      try reply.take(try await nextResult(until: deadline), from: pointer)
    }
    if PQexitPipelineMode(pointer) != 1 { throw .protocolSurprise }
    names.merge(reply.prepared) { $1 }
    return try reply.rows()
  }

  /// Queues the commands, the preparations that are new to this session among them, and the Sync.
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
      default: throw .protocolSurprise
      }
    }
    if PQstatus(pointer) != CONNECTION_OK { throw .connectionLost(failure?.sqlState) }
    if let failure { throw failure }
  }
}

// MARK: waiting

extension Session {
  /// Reads while it writes: a server whose own answers are not taken stops reading.
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
