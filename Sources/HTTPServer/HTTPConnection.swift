/// A connection to a client and the state of its current request. Confined to the event loop's thread.
final class HTTPConnection {
  /// Distinguishes a connection from a later one with the same descriptor.
  struct ID: Hashable, Sendable {
    let descriptor: Int32
    let serial: UInt64
  }

  enum State {
    /// Waiting for a request or the rest of one.
    case reading
    /// The handler is running. Nothing is read meanwhile, so that a client that keeps sending meets backpressure.
    case handling
    case writing
    /// The next request has already arrived and waits for its turn among other connections.
    case queued
    /// The last response has been sent. Further input is discarded.
    case lingering
    case closed
  }

  let id: ID
  /// Nil on a Unix socket.
  let peer: IPAddress?
  var state = State.reading
  /// The events that the poller reports for this connection.
  var interest = Poller.Interest.reading
  var parser: RequestParser
  var exchange: Exchange?
  /// The bytes to send, of which the first `sent` have been sent.
  var output: [UInt8] = []
  var sent = 0
  /// The time at which the current state has lasted too long.
  var deadline: SuspendingClock.Instant
  var bodyStart: SuspendingClock.Instant?
  /// The received bytes of an unfinished body, as included in the event loop's total.
  var bodyBytes = 0
  /// Whether the current request is the upload of a file.
  var isUpload = false
  var closesAfterResponse = false
  /// Whether the client has closed its side.
  var hasEnded = false
  var requestsServed = 0
  var bytesDiscarded = 0

  init(id: ID, peer: IPAddress?, limits: Limits, deadline: SuspendingClock.Instant) {
    self.id = id
    self.peer = peer
    self.deadline = deadline
    parser = RequestParser(limits: limits)
  }

  /// The order in which connections are evicted when a limit is reached, lowest first: those without a request, by
  /// deadline; then those that are slow to read their response or have more requests waiting. Nil while a handler runs,
  /// whose work must not be lost.
  var evictionPriority: EvictionPriority? {
    switch state {
    case .reading, .lingering: EvictionPriority(hasRequest: false, deadline: deadline)
    case .writing, .queued: EvictionPriority(hasRequest: true, deadline: deadline)
    case .handling, .closed: nil
    }
  }

  struct EvictionPriority: Comparable {
    let hasRequest: Bool
    let deadline: SuspendingClock.Instant

    static func < (one: Self, other: Self) -> Bool {
      one.hasRequest == other.hasRequest ? one.deadline < other.deadline : other.hasRequest
    }
  }
}

/// A request being answered, with what the log records about it.
struct Exchange {
  let id: String
  let method: Request.Method?
  let start: SuspendingClock.Instant
  var head: RequestHead?
  var client: IPAddress?
  var match: Router.Match?
  var task: Task<Void, Never>?
}
