/// Where a server listens.
package enum Address: Sendable, Hashable {
  case tcp(host: String, port: Int)
  case unix(path: String)
  /// Sockets passed by systemd (socket activation).
  case systemd
}

/// Why a server could not start listening.
package enum ListenError: Error, Hashable, CustomStringConvertible {
  case notAnAddress(String)
  /// Answers of clients would cross the network unencrypted.
  case plainHTTPBeyondLoopback(String)
  case pathTooLong(String)
  case inUse(String)
  case notASocket(path: String)
  case noSystemdSockets
  case system(call: String, errno: Int32)

  package var description: String {
    switch self {
    case .notAnAddress(let host): "cannot listen on \(host): give a numeric address such as 127.0.0.1 or ::1"
    case .plainHTTPBeyondLoopback(let host):
      "will not serve plain HTTP on \(host): listen on 127.0.0.1 behind a TLS proxy and set an https public URL"
    case .pathTooLong(let path): "the socket path \(path) is too long (at most 107 bytes)"
    case .inUse(let place): "\(place) is already served by another process: stop it or choose another address"
    case .notASocket(let path): "\(path) exists and is not a socket: remove it or choose another path"
    case .noSystemdSockets: "systemd passed no socket: start the .socket unit, or choose an address"
    case .system(let call, let errno): "\(call): \(message(of: errno))"
    }
  }
}
