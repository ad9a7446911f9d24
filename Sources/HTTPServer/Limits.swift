/// Every bound of the server. Sizes in bytes; times on the monotonic clock.
package struct Limits: Sendable {
  /// Links are under 200 bytes; longer ones are mistakes or probes (414).
  package var requestLine = 8_192
  /// Browsers send under 2 kB of fields; cookies of other sites on the domain may add some (431).
  package var head = 16_384
  package var headerFields = 64
  /// RFC 9112 §2.2 asks to ignore at least one before a request line.
  package var emptyLines = 2

  /// Together with `connectionsPerAddress` and the process's descriptor limit, what a flood can hold.
  package var connections = 10_000
  /// Descriptors left for the database, files and the log when the process may hold fewer than `connections`.
  package var reservedDescriptors = 128
  /// An office behind one address opens fewer; configured proxies are not counted.
  package var connectionsPerAddress = 512
  /// As nginx: a connection is renewed now and then, so that work spreads after a restart.
  package var requestsPerConnection = 1_000
  /// Above the database pool and its queue, so that a slow database shows as 503, not as memory.
  package var handlersInFlight = 512

  /// Of unfinished bodies, over all connections: above it a body that goes on is refused (503), while pages are still
  /// shown. Two addresses with all their connections reach it.
  package var bodiesInMemory = 268_435_456

  /// A larger buffer is given back after use: ten thousand idle connections should hold little.
  package var keptBuffer = 4_096

  /// From the first byte of a request to the end of its head.
  package var headTime = Duration.seconds(10)
  /// For the whole body, whatever its rate.
  package var bodyTime = Duration.seconds(20)
  /// Until a body must have come at `bodyRate` or better.
  package var bodyGrace = Duration.seconds(10)
  /// Bytes a second; the slowest mobile connection is above.
  package var bodyRate = 500
  package var handlerTime = Duration.seconds(10)
  /// Without any progress.
  package var writeTime = Duration.seconds(20)
  package var idleTime = Duration.seconds(15)
  /// After an answer that closes: how long and how much unread input is discarded, so that a reset does not
  /// overtake the answer (RFC 9112 §9.6).
  package var lingerTime = Duration.seconds(2)
  package var lingerBytes = 4_194_304
  /// Between the wish to stop and the end.
  package var stopTime = Duration.seconds(30)

  /// POST requests an address may send at once, and how many more each second. A form has about fifteen pages; a
  /// waiting room shares an address, and so do the tests.
  package var postBurst = 600.0
  package var postsPerSecond = 4.0
  /// Requests with an unknown token, likewise.
  package var guessBurst = 60.0
  package var guessesPerSecond = 0.2

  package init() {}
}
