/// Statements that wait for a connection, and which of them run next, together or alone.
struct RequestQueue {
  struct Request {
    let statement: Statement
    let answer: CheckedContinuation<Result<[Row], PostgresError>, Never>
    var deadline: ContinuousClock.Instant
    /// It has been sent before, in company that failed or on a connection that was lost: it runs alone.
    var isSecondAttempt = false
    /// The connection of the first attempt was lost.
    var outcomeUnknown = false

    var mayFold: Bool { statement.foldable && !isSecondAttempt }
  }

  /// Statements in one shared transaction at most.
  static let foldLimit = 32

  private var requests: [Request] = []

  var count: Int { requests.count }
  var nextDeadline: ContinuousClock.Instant? { requests.map(\.deadline).min() }

  mutating func append(_ request: Request) {
    requests.append(request)
  }

  /// Those that were sent before come first.
  mutating func putBack(_ again: [Request]) {
    requests.insert(contentsOf: again, at: 0)
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
