/// One client's connection. Belongs to the event loop's thread.
final class Connection {
  /// Tells a connection from a later one that got the same descriptor.
  struct ID: Hashable, Sendable {
    let descriptor: Int32
    let serial: UInt64
  }

  enum State {
    /// Waiting for a request, or for the rest of one.
    case reading
    /// A handler is at work; nothing is read meanwhile, so that a client that sends on meets backpressure.
    case handling
    case writing
    /// Its next request has come with the last one, and waits until it is this connection's turn again.
    case queued
    /// Answered for the last time; what the client still sends is discarded.
    case lingering
    case closed
  }

  let id: ID
  /// Nil on a Unix socket.
  let peer: IPAddress?
  var state = State.reading
  /// What the poller watches it for.
  var interest = Poller.Interest.reading
  var parser: RequestParser
  var exchange: Exchange?
  /// What is to be sent, and how much of it has been.
  var output: [UInt8] = []
  var sent = 0
  /// When the present state has lasted too long.
  var deadline: SuspendingClock.Instant
  var bodyStart: SuspendingClock.Instant?
  /// Of an unfinished body, as counted by the event loop.
  var bodyBytes = 0
  var closesAfterAnswer = false
  /// The client has closed its side.
  var hasEnded = false
  var requestsServed = 0
  var bytesDiscarded = 0

  init(id: ID, peer: IPAddress?, limits: Limits, deadline: SuspendingClock.Instant) {
    self.id = id
    self.peer = peer
    self.deadline = deadline
    parser = RequestParser(limits: limits)
  }

  /// Its place among those that make room for newcomers, the least first: those without a request in hand by their
  /// deadline, then those slow to take their answer or with more requests waiting. Nil when its work must not be lost.
  var dispensability: Dispensability? {
    switch state {
    case .reading, .lingering: Dispensability(hasRequest: false, deadline: deadline)
    case .writing, .queued: Dispensability(hasRequest: true, deadline: deadline)
    case .handling, .closed: nil
    }
  }

  struct Dispensability: Comparable {
    let hasRequest: Bool
    let deadline: SuspendingClock.Instant

    static func < (one: Self, other: Self) -> Bool {
      one.hasRequest == other.hasRequest ? one.deadline < other.deadline : other.hasRequest
    }
  }
}

/// A request and its answer, as the log will tell it.
struct Exchange {
  let id: String
  let method: Request.Method?
  let start: SuspendingClock.Instant
  var head: RequestHead?
  var client: IPAddress?
  var match: Router.Match?
  var task: Task<Void, Never>?
}
