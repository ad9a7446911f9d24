import Foundation

/// The loop of the one thread that owns every connection, so that connections need neither locks nor actors. Handlers run
/// as tasks on the same thread. What they wait for, and their responses, arrive through the inbox.
final class HTTPEventLoop {
  let configuration: Server.Configuration
  let limits: Limits
  let listeners: [Listener]
  let inbox: Inbox
  let metrics: Metrics
  let policy: RequestPolicy
  let serializer: ResponseSerializer
  let serviceManager: ServiceManager?
  private let clock = SuspendingClock()

  var poller = Poller()
  var connections: [Int32: HTTPConnection] = [:]
  /// Connections in the state `queued`, in order of arrival. Some may have closed meanwhile.
  var queue: [HTTPConnection] = []
  var connectionsByPrefix: [IPAddress: Int] = [:]
  /// Connections that can be evicted, by network prefix, and all of them under nil. The first to evict comes last. Found at
  /// some time since the last sweep, so that their priority may have changed.
  var evictionCandidates: [IPAddress?: [(HTTPConnection, HTTPConnection.EvictionPriority)]] = [:]
  var lastSerial: UInt64 = 0
  var isAccepting = true
  var handlersInFlight = 0
  /// The size of all unfinished bodies together, and of all unfinished uploads, which are not counted among them.
  var bodyBytes = 0
  var uploadBytes = 0
  var requestIDs = RequestIDs()
  var posts: RateBuckets
  var guesses: RateBuckets
  /// The time at which the current iteration of the event loop began.
  var now: SuspendingClock.Instant
  var date = HTTPDate()
  /// Nil until stopping has begun.
  var stopDeadline: SuspendingClock.Instant?
  var scratch = [UInt8](repeating: 0, count: 65_536)

  var lastForgetting: SuspendingClock.Instant

  static let sweepInterval = Duration.milliseconds(500)
  static let forgettingInterval = Duration.seconds(10)
  /// The number of waiting handlers that resume in one iteration, so that new requests need not wait for all of them.
  static let jobsPerIteration = 8
  static let queuedPerIteration = 32

  init(_ configuration: Server.Configuration, router: Router, listeners: [Listener], inbox: Inbox, metrics: Metrics) {
    self.configuration = configuration
    self.listeners = listeners
    self.inbox = inbox
    self.metrics = metrics
    limits = configuration.limits
    policy = RequestPolicy(
      router: router, hosts: configuration.hosts, scheme: configuration.publicScheme,
      trustedProxies: configuration.trustedProxies)
    serializer = ResponseSerializer(isHTTPS: configuration.publicScheme == "https")
    serviceManager = configuration.notifiesServiceManager ? ServiceManager() : nil
    posts = RateBuckets(burst: limits.postBurst, perSecond: limits.postsPerSecond)
    guesses = RateBuckets(burst: limits.guessBurst, perSecond: limits.guessesPerSecond)
    now = clock.now
    lastForgetting = now
  }

  /// Serves until stopped, and then until every accepted request is answered or the stop deadline has passed.
  func run() {
    var ready: [(descriptor: Int32, events: Poller.Interest)] = []
    var lastSweep = now
    poller.add(inbox.readEnd, .reading)
    for listener in listeners { poller.add(listener.descriptor, .reading) }
    serviceManager?.notify("READY=1")

    while !isFinished {
      poller.wait(queue.isEmpty && inbox.prepareToBlock() ? Self.sweepInterval : .zero, into: &ready)
      inbox.didWake()
      now = clock.now
      date.update()
      for (descriptor, events) in ready { handle(descriptor, events) }
      for job in inbox.takeJobs(atMost: Self.jobsPerIteration) {
        job.runSynchronously(on: inbox.asUnownedTaskExecutor())
      }
      let contents = inbox.takeContents()
      if contents.shouldStop, stopDeadline == nil { beginStopping() }
      for response in contents.responses { finish(response) }
      serveQueue()
      if now - lastSweep >= Self.sweepInterval {
        lastSweep = now
        sweep()
      }
    }
    for connection in connections.values { close(connection) }
  }

  private var isFinished: Bool {
    guard let stopDeadline else { return false }
    return connections.isEmpty && handlersInFlight == 0 || now >= stopDeadline
  }

  private func handle(_ descriptor: Int32, _ events: Poller.Interest) {
    if let connection = connections[descriptor] {
      serve(connection, events)
    } else if descriptor == inbox.readEnd {
      inbox.drain()
    } else if stopDeadline == nil, listeners.contains(where: { $0.descriptor == descriptor }) {
      acceptAll(from: descriptor)
    }
  }

  /// Accepts the connections that are already waiting, then closes the listeners. Idle connections stay open for a moment,
  /// for requests that are already in transit.
  private func beginStopping() {
    serviceManager?.notify("STOPPING=1")
    for listener in listeners {
      acceptAll(from: listener.descriptor)
      poller.remove(listener.descriptor)
      listener.close()
    }
    stopDeadline = now + limits.stopTime
    for connection in connections.values where connection.state == .reading && connection.parser.isIdle {
      connection.deadline = now + .seconds(1)
    }
  }
}
