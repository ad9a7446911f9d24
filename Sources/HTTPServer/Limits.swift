/// The limits of a server, each with its default. Sizes are in bytes; times are measured on the monotonic clock.
package struct Limits: Sendable {
  /// The maximum length of a request line (414). Links are shorter than 200 bytes; longer ones are mistakes or probes.
  package var requestLine = 8_192
  /// The maximum size of all header fields (431). Browsers send less than 2 kB; cookies of other sites on the domain may
  /// add some.
  package var head = 16_384
  package var headerFields = 64
  /// The number of empty lines accepted before a request line. RFC 9112 §2.2 asks to ignore at least one.
  package var emptyLines = 2

  /// The maximum number of connections, unless the process's limit of file descriptors is lower.
  package var connections = 10_000
  /// File descriptors kept for the database, files and the log when the process may have fewer than `connections`.
  package var reservedDescriptors = 128
  /// The maximum number of connections from an IPv4 address or an IPv6 /64. An office behind one address opens fewer;
  /// trusted proxies are exempt.
  package var connectionsPerAddress = 512
  /// The number of requests after which a connection is closed, as in nginx, so that load spreads again after a restart.
  package var requestsPerConnection = 1_000
  /// The maximum number of running handlers; further requests get 503. Not below the queue of the database pool, so that
  /// a slow database leads to 503 and not to growing memory.
  package var handlersInFlight = 512

  /// The maximum size of all unfinished bodies together. Above it, a body that continues is rejected (503), while pages
  /// are still served. Two addresses with all their connections can reach it.
  package var bodiesInMemory = 268_435_456

  /// The size above which a buffer is released after use, so that ten thousand idle connections hold little memory.
  package var keptBuffer = 4_096

  /// The time from the first byte of a request to the end of its head.
  package var headTime = Duration.seconds(10)
  /// The deadline for receiving the whole body, regardless of rate.
  package var bodyTime = Duration.seconds(20)
  /// The time after which a body must have arrived at `bodyRate` on average.
  package var bodyGrace = Duration.seconds(10)
  /// The minimum rate of a body in bytes a second. The slowest mobile connections are faster.
  package var bodyRate = 500
  package var handlerTime = Duration.seconds(10)
  /// The time that sending a response may stall.
  package var writeTime = Duration.seconds(20)
  package var idleTime = Duration.seconds(15)
  /// How long, and up to how many bytes, unread input is discarded after a response that closes the connection, so that a
  /// reset does not overtake the response (RFC 9112 §9.6).
  package var lingerTime = Duration.seconds(2)
  package var lingerBytes = 4_194_304
  /// The time for finishing accepted requests after `stop()`.
  package var stopTime = Duration.seconds(30)

  /// The number of POST requests that an address may send at once, and how many more each second. A form has about
  /// fifteen pages; the clients in a waiting room share an address, and so do the tests.
  package var postBurst = 600.0
  package var postsPerSecond = 4.0
  /// The same for requests with an unknown token.
  package var guessBurst = 60.0
  package var guessesPerSecond = 0.2

  package init() {}
}
