extension Limits {
  /// One limit as an operator sets it: a whole number.
  package struct Setting: Sendable {
    package let name: String
    package let unit: String
    fileprivate let set: @Sendable (inout Limits, Int) -> Void

    fileprivate init(_ name: String, _ unit: String, _ set: @escaping @Sendable (inout Limits, Int) -> Void) {
      self.name = name
      self.unit = unit
      self.set = set
    }
  }

  package static let settings = [
    Setting("request_line", "bytes") { $0.requestLine = $1 },
    Setting("head", "bytes") { $0.head = $1 },
    Setting("header_fields", "fields") { $0.headerFields = $1 },
    Setting("connections", "in all") { $0.connections = $1 },
    Setting("connections_per_address", "for each address") { $0.connectionsPerAddress = $1 },
    Setting("requests_per_connection", "requests") { $0.requestsPerConnection = $1 },
    Setting("handlers_in_flight", "requests at once") { $0.handlersInFlight = $1 },
    Setting("bodies_in_memory", "bytes") { $0.bodiesInMemory = $1 },
    Setting("head_time", "seconds") { $0.headTime = .seconds($1) },
    Setting("body_time", "seconds") { $0.bodyTime = .seconds($1) },
    Setting("body_grace", "seconds") { $0.bodyGrace = .seconds($1) },
    Setting("body_rate", "bytes a second") { $0.bodyRate = $1 },
    Setting("handler_time", "seconds") { $0.handlerTime = .seconds($1) },
    Setting("write_time", "seconds") { $0.writeTime = .seconds($1) },
    Setting("idle_time", "seconds") { $0.idleTime = .seconds($1) },
    Setting("stop_time", "seconds") { $0.stopTime = .seconds($1) },
    Setting("post_burst", "forms of an address at once") { $0.postBurst = Double($1) },
    Setting("posts_per_minute", "forms of an address") { $0.postsPerSecond = Double($1) / 60 },
    Setting("guess_burst", "unknown links of an address at once") { $0.guessBurst = Double($1) },
    Setting("guesses_per_minute", "unknown links of an address") { $0.guessesPerSecond = Double($1) / 60 },
  ]

  /// The defaults with some replaced, as in `connections=2000,idle_time=5`. Spaces are ignored.
  /// - Returns: nil when a name is unknown, or a value no whole number from 1 to a thousand million.
  package init?(overriding text: String) {
    self.init()
    for pair in text.utf8.filter({ !$0.isSpaceOrTab }).split(separator: UInt8(ascii: ",")) {
      let parts = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
      guard parts.count == 2, let setting = Self.settings.first(where: { $0.name.utf8.elementsEqual(parts[0]) }),
        (1...9).contains(parts[1].count), parts[1].allSatisfy(\.isDigit)
      else { return nil }
      let number = parts[1].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard number > 0 else { return nil }
      setting.set(&self, number)
    }
  }
}
