import Foundation

/// One thread that owns every connection: no locks, no actors. Handlers run as tasks on the same thread; what they wait
/// for, and their answers, come back through the inbox.
final class EventLoop {
  let configuration: Server.Configuration
  let limits: Limits
  let listeners: [Listener]
  let inbox: Inbox
  let metrics: Metrics
  let admission: Admission
  let serializer: ResponseSerializer
  let serviceManager: ServiceManager?
  private let clock = SuspendingClock()

  var poller = Poller()
  var connections: [Int32: Connection] = [:]
  /// Those in the state of that name, first come first served; some may have closed meanwhile.
  var queue: [Connection] = []
  var connectionsByAddress: [IPAddress: Int] = [:]
  /// Those who can make room for newcomers, the most dispensable last, as found some time since the last sweep; of a
  /// household, and of all under nil.
  var dispensable: [IPAddress?: [(Connection, Connection.Dispensability)]] = [:]
  var lastSerial: UInt64 = 0
  var isAccepting = true
  var handlersInFlight = 0
  /// Of unfinished bodies, over all connections.
  var bodyBytes = 0
  var requestIDs = RequestIDs()
  var posts: RateBuckets
  var guesses: RateBuckets
  /// The time of this turn of the loop.
  var now: SuspendingClock.Instant
  var date = HTTPDate()
  /// Set once stopping has begun.
  var stopDeadline: SuspendingClock.Instant?
  var scratch = [UInt8](repeating: 0, count: 65_536)

  var lastForgetting: SuspendingClock.Instant

  static let sweepInterval = Duration.milliseconds(500)
  static let forgettingInterval = Duration.seconds(10)
  /// Handlers that go on in one turn of the loop, so that those who arrive need not wait for all of them.
  static let jobsPerTurn = 8
  static let queuedPerTurn = 32

  init(_ configuration: Server.Configuration, router: Router, listeners: [Listener], inbox: Inbox, metrics: Metrics) {
    self.configuration = configuration
    self.listeners = listeners
    self.inbox = inbox
    self.metrics = metrics
    limits = configuration.limits
    admission = Admission(
      router: router, hosts: configuration.hosts, scheme: configuration.publicScheme,
      trustedProxies: configuration.trustedProxies)
    serializer = ResponseSerializer(isHTTPS: configuration.publicScheme == "https")
    serviceManager = configuration.notifiesServiceManager ? ServiceManager() : nil
    posts = RateBuckets(burst: limits.postBurst, perSecond: limits.postsPerSecond)
    guesses = RateBuckets(burst: limits.guessBurst, perSecond: limits.guessesPerSecond)
    now = clock.now
    lastForgetting = now
  }

  /// Serves until stopped and everything accepted is answered, or the time for that is over.
  func run() {
    var ready: [(descriptor: Int32, events: Poller.Interest)] = []
    var lastSweep = now
    poller.add(inbox.readEnd, .reading)
    for listener in listeners { poller.add(listener.descriptor, .reading) }
    serviceManager?.tell("READY=1")

    while !isFinished {
      poller.wait(queue.isEmpty && inbox.letsRest() ? Self.sweepInterval : .zero, into: &ready)
      inbox.rouse()
      now = clock.now
      date.update()
      for (descriptor, events) in ready { handle(descriptor, events) }
      for job in inbox.takeJobs(atMost: Self.jobsPerTurn) { job.runSynchronously(on: inbox.asUnownedTaskExecutor()) }
      let contents = inbox.take()
      if contents.wantsStop, stopDeadline == nil { beginStopping() }
      for answer in contents.answers { finish(answer) }
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

  /// Takes in who is already waiting, then nobody more. A connection without a request in hand keeps a moment, for a
  /// request that is under way.
  private func beginStopping() {
    serviceManager?.tell("STOPPING=1")
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
