/// Statements that wait for a connection, and which of them run next, together or alone.
struct RequestQueue {
  struct Request {
    let statement: Statement
    let answer: CheckedContinuation<Result<[Row], PostgresError>, Never>
    var deadline: ContinuousClock.Instant
    /// How often it has been sent, in company that failed or on a connection that was lost; then it runs alone.
    var attempts = 0
    /// The connection of an attempt was lost.
    var outcomeUnknown = false

    var mayFold: Bool { statement.foldable && attempts == 0 }
  }

  /// Statements in one shared transaction at most.
  static let foldLimit = 32
  /// A statement that brings the server down must not do so for ever.
  static let attemptLimit = 3

  private var requests: [Request] = []

  var count: Int { requests.count }
  var nextDeadline: ContinuousClock.Instant? { requests.map(\.deadline).min() }

  mutating func append(_ request: Request) {
    requests.append(request)
  }

  /// Those that were sent before come first.
  mutating func putBack(_ request: Request) {
    requests.insert(request, at: 0)
  }

  /// How many connections could work now.
  func batches(whileFolding: Bool) -> Int {
    let folding = requests.contains(where: \.mayFold) && !whileFolding ? 1 : 0
    return requests.count { !$0.mayFold } + folding
  }

  /// The oldest that can run: one request, or as many foldable ones as may share a transaction.
  mutating func takeBatch(whileFolding: Bool) -> [Request] {
    guard let first = requests.firstIndex(where: { !(whileFolding && $0.mayFold) }) else { return [] }
    guard requests[first].mayFold else { return [requests.remove(at: first)] }
    var batch: [Request] = []
    requests.removeAll { request in
      guard request.mayFold, batch.count < Self.foldLimit else { return false }
      batch.append(request)
      return true
    }
    return batch
  }

  mutating func takeAll(dueBy now: ContinuousClock.Instant? = nil) -> [Request] {
    let taken = requests.filter { request in now.map { request.deadline <= $0 } ?? true }
    requests.removeAll { request in now.map { request.deadline <= $0 } ?? true }
    return taken
  }
}
