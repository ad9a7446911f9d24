/// The groups of statements (`Statement.group`): how many connections each holds, and which of them are blocked.
///
/// A group is blocked from the moment at which one of its statements waited too long for a lock until one has succeeded
/// a while after the last such failure. Its statements then share no transaction with those of other groups.
struct StatementGroups {
  private typealias Instant = ContinuousClock.Instant

  /// How long a blocked group must have been without failures before a success clears it.
  private static let quietTime: Duration = .seconds(60)
  /// The number of statements of a blocked group that may wait, and while the last one of it failed: as long as a lock is
  /// held, one that runs and one that waits show when it is gone, and all others would wait in vain.
  private static let blockedQueueLimit = 16
  private static let failingQueueLimit = 1

  /// The most connections that one group may hold at once for statements that run alone, and all blocked groups together.
  private let connectionLimit: Int
  private var running: [String: Int] = [:]
  private var lastFailure: [String: Instant] = [:]
  /// The blocked groups of which no statement has succeeded since the last failure.
  private var failing: Set<String> = []

  init(connections: Int) {
    connectionLimit = max(1, connections / 2)
  }

  func isBlocked(_ group: String?) -> Bool {
    group.map { lastFailure[$0] != nil } ?? false
  }

  /// Returns how many statements of a blocked group may wait; nil for any other, of which any number may.
  func queueLimit(of group: String?) -> Int? {
    guard let group, isBlocked(group) else { return nil }
    return failing.contains(group) ? Self.failingQueueLimit : Self.blockedQueueLimit
  }

  /// Whether a statement of the group may take a connection for itself: a blocked group holds one at most, so that
  /// the others find a free one.
  func mayRun(_ group: String?) -> Bool {
    guard let group else { return true }
    let own = running[group] ?? 0
    guard isBlocked(group) else { return own < connectionLimit }
    let ofBlocked = running.reduce(0) { $0 + (isBlocked($1.key) ? $1.value : 0) }
    return own == 0 && ofBlocked < connectionLimit
  }

  mutating func start(_ group: String?) {
    guard let group else { return }
    running[group, default: 0] += 1
  }

  mutating func finish(_ group: String?) {
    guard let group, let own = running[group] else { return }
    running[group] = own > 1 ? own - 1 : nil
  }

  /// Records that a statement of the group waited too long for a lock.
  mutating func recordFailure(_ group: String, at now: ContinuousClock.Instant = .now) {
    lastFailure[group] = now
    failing.insert(group)
  }

  /// Records that a statement of the group succeeded.
  mutating func recordSuccess(_ group: String?, at now: ContinuousClock.Instant = .now) {
    guard let group, let failure = lastFailure[group] else { return }
    failing.remove(group)
    if now - failure >= Self.quietTime { lastFailure[group] = nil }
  }
}
