import Synchronization

/// The limits of a server, each with its default. Sizes are in bytes; times are measured on the monotonic clock.
///
/// A limit that an operator can set is declared with `Setting.number`: its name, default and unit.
package struct Limits: Sendable {
  /// The maximum length of a request line (414). Links are shorter than 200 bytes; longer ones are mistakes or probes.
  package var requestLine = Setting.number("request_line", 8_192, "bytes")
  /// The maximum size of all header fields (431). Browsers send less than 2 kB; cookies of other sites on the domain may
  /// add some.
  package var head = Setting.number("head", 16_384, "bytes")
  package var headerFields = Setting.number("header_fields", 64, "fields")
  /// The number of empty lines accepted before a request line. RFC 9112 §2.2 asks to ignore at least one.
  package var emptyLines = 2

  /// The maximum number of connections, unless the process's limit of file descriptors is lower.
  package var connections = Setting.number("connections", 10_000, "in all")
  /// File descriptors kept for the database, files and the log when the process may have fewer than `connections`.
  package var reservedDescriptors = 128
  /// The maximum number of connections from an IPv4 address or an IPv6 /64. An office behind one address opens fewer;
  /// trusted proxies are exempt.
  package var connectionsPerAddress = Setting.number("connections_per_address", 512, "for each address")
  /// The number of requests after which a connection is closed, as in nginx, so that load spreads again after a restart.
  package var requestsPerConnection = Setting.number("requests_per_connection", 1_000, "requests")
  /// The maximum number of running handlers; further requests get 503. Not below the queue of the database pool, so that
  /// a slow database leads to 503 and not to growing memory.
  package var handlersInFlight = Setting.number("handlers_in_flight", 512, "requests at once")

  /// The maximum size of all unfinished bodies together. Above it, a body that continues is rejected (503), while pages
  /// are still served. Two addresses with all their connections can reach it.
  package var bodiesInMemory = Setting.number("bodies_in_memory", 268_435_456, "bytes")

  /// The limit for unfinished uploads alone, so that those who send files keep no form from being sent.
  package var uploadsInMemory = Setting.number("uploads_in_memory", 67_108_864, "bytes")

  /// The size above which a buffer is released after use, so that ten thousand idle connections hold little memory.
  package var keptBuffer = 4_096

  /// The time from the first byte of a request to the end of its head.
  package var headTime = Duration.seconds(Setting.number("head_time", 10, "seconds"))
  /// The deadline for receiving the whole body, regardless of rate.
  package var bodyTime = Duration.seconds(Setting.number("body_time", 20, "seconds"))
  /// The time after which a body must have arrived at `bodyRate` on average.
  package var bodyGrace = Duration.seconds(Setting.number("body_grace", 10, "seconds"))
  /// The minimum rate of a body in bytes a second. The slowest mobile connections are faster.
  package var bodyRate = Setting.number("body_rate", 500, "bytes a second")
  /// The deadline and the minimum rate of an upload: 8 MB over a line of half a megabit a second take two minutes.
  package var uploadTime = Duration.seconds(Setting.number("upload_time", 240, "seconds"))
  package var uploadRate = Setting.number("upload_rate", 8_000, "bytes a second")
  package var handlerTime = Duration.seconds(Setting.number("handler_time", 10, "seconds"))
  /// The time that sending a response may stall.
  package var writeTime = Duration.seconds(Setting.number("write_time", 20, "seconds"))
  package var idleTime = Duration.seconds(Setting.number("idle_time", 15, "seconds"))
  /// How long, and up to how many bytes, unread input is discarded after a response that closes the connection, so that a
  /// reset does not overtake the response (RFC 9112 §9.6).
  package var lingerTime = Duration.seconds(2)
  package var lingerBytes = 4_194_304
  /// The limits after an upload that is refused for its size: a browser reads the response only when it has sent it all.
  package var uploadLingerTime = Duration.seconds(30)
  package var uploadLingerBytes = 33_554_432
  /// The time for finishing accepted requests after `stop()`.
  package var stopTime = Duration.seconds(Setting.number("stop_time", 30, "seconds"))

  /// The number of POST requests that an address may send at once, and how many more each second. A form has about
  /// fifteen pages; the clients in a waiting room share an address, and so do the tests.
  package var postBurst = Double(Setting.number("post_burst", 600, "forms of an address at once"))
  package var postsPerSecond = Double(Setting.number("posts_per_minute", 240, "forms of an address")) / 60
  /// The limits for requests with an unknown token.
  package var guessBurst = Double(Setting.number("guess_burst", 60, "unknown links of an address at once"))
  package var guessesPerSecond = Double(Setting.number("guesses_per_minute", 12, "unknown links of an address")) / 60

  package init() {}
}

extension Limits {
  /// A limit that an operator can set, as a whole number.
  package struct Setting: Sendable {
    package let name: String
    /// The number that holds unless the operator sets another.
    package let standard: Int
    package let unit: String

    /// The number of a limit while a `Limits` is made: the operator's, or the standard one.
    fileprivate static func number(_ name: String, _ standard: Int, _ unit: String) -> Int {
      Reading.current?.number(of: Setting(name: name, standard: standard, unit: unit)) ?? standard
    }
  }

  /// The limits that an operator can set, in the order of their declarations.
  package static let settings = reading([:]).settings

  /// The defaults with some replaced, as in `connections=2000,idle_time=5`. Spaces are ignored.
  /// - Returns: nil when a name is unknown, or a value no whole number from 1 to a thousand million.
  package init?(overriding text: String) {
    var numbers: [String: Int] = [:]
    for pair in text.utf8.filter({ !$0.isSpaceOrTab }).split(separator: UInt8(ascii: ",")) {
      let parts = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
      guard parts.count == 2, (1...9).contains(parts[1].count), parts[1].allSatisfy(\.isDigit) else { return nil }
      let number = parts[1].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard number > 0 else { return nil }
      numbers[String(decoding: parts[0], as: UTF8.self)] = number
    }
    let (limits, settings) = Self.reading(numbers)
    guard Set(numbers.keys).isSubset(of: settings.map(\.name)) else { return nil }
    self = limits
  }

  /// Makes limits with an operator's numbers, and returns the settings that were read for them.
  private static func reading(_ numbers: [String: Int]) -> (limits: Limits, settings: [Setting]) {
    let reading = Reading(numbers)
    let limits = Reading.$current.withValue(reading) { Limits() }
    return (limits, reading.settings)
  }

  /// An operator's numbers by name, as the properties of a `Limits` read them, and the settings that were read. It is
  /// handed to their default values as a task-local value, so that a limit is declared in one place.
  private final class Reading: Sendable {
    @TaskLocal static var current: Reading?

    private let numbers: [String: Int]
    private let read = Mutex<[Setting]>([])

    init(_ numbers: [String: Int]) { self.numbers = numbers }

    var settings: [Setting] { read.withLock { $0 } }

    func number(of setting: Setting) -> Int {
      read.withLock { $0.append(setting) }
      return numbers[setting.name] ?? setting.standard
    }
  }
}
