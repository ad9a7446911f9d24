/// Statements that wait for a connection, and which of them run next, together or alone.
struct RequestQueue {
  typealias Answer = CheckedContinuation<Result<[Row], PostgresError>, Never>

  struct Request {
    let statement: Statement
    let answer: Answer
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

  /// Each in the order of arrival; two queues, so that nobody has to look through hundreds of requests for their kind.
  private var folding: [Request] = []
  private var alone: [Request] = []

  var count: Int { folding.count + alone.count }
  var nextDeadline: ContinuousClock.Instant? { (folding + alone).map(\.deadline).min() }

  mutating func append(_ request: Request) {
    if request.mayFold {
      folding.append(request)
    } else {
      alone.append(request)
    }
  }

  /// Those that were sent before come first.
  mutating func putBack(_ request: Request) {
    alone.insert(request, at: 0)
  }

  /// How many connections could work now.
  func batches(whileFolding: Bool) -> Int {
    alone.count + (folding.isEmpty || whileFolding ? 0 : 1)
  }

  /// The oldest that can run: one request, or as many foldable ones as may share a transaction.
  mutating func takeBatch(whileFolding: Bool) -> [Request] {
    let foldable = whileFolding ? nil : folding.first
    if let first = alone.first, first.attempts > 0 || first.deadline <= foldable?.deadline ?? first.deadline {
      return [alone.removeFirst()]
    }
    guard foldable != nil else { return [] }
    let batch = Array(folding.prefix(Self.foldLimit))
    folding.removeFirst(batch.count)
    return batch
  }

  mutating func takeAll(dueBy now: ContinuousClock.Instant? = nil) -> [Request] {
    func isDue(_ request: Request) -> Bool { now.map { request.deadline <= $0 } ?? true }
    let taken = folding.filter(isDue) + alone.filter(isDue)
    folding.removeAll(where: isDue)
    alone.removeAll(where: isDue)
    return taken
  }
}
