import Foundation

/// A socket that accepts connections.
struct Listener: Sendable {
  let descriptor: Int32
  /// The bound address, with the actual port if port 0 was requested.
  let address: Address

  static let backlog: Int32 = 4_096

  /// - Parameter allowsPlainBeyondLoopback: whether a TLS proxy stands in front.
  static func open(_ address: Address, allowsPlainBeyondLoopback: Bool) throws(ListenError) -> [Listener] {
    switch address {
    case .tcp(let host, let port):
      guard let ip = IPAddress(host) else { throw .notAnAddress(host) }
      guard ip.isLoopback || allowsPlainBeyondLoopback else { throw .plainHTTPBeyondLoopback(host) }
      return [try tcp(host, port)]
    case .unix(let path): return [try unix(path)]
    case .systemd: return try inherited()
    }
  }

  func close() {
    Foundation.close(descriptor)
    if case .unix(let path) = address { unlink(path) }
  }

  private static func tcp(_ host: String, _ port: Int) throws(ListenError) -> Listener {
    let socket = try Socket.open(host.contains(":") ? AF_INET6 : AF_INET)
    do throws(ListenError) {
      var yes: Int32 = 1
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
      guard let name = SocketName(host: host, port: port) else { throw .notAnAddress(host) }
      guard name.bind(socket) else { throw failure("bind", inUse: "\(host):\(port)") }
      guard listen(socket, backlog) == 0 else { throw failure("listen", inUse: "\(host):\(port)") }
      guard let bound = SocketName(of: socket), let port = bound.port else { throw failure("getsockname") }
      return Listener(descriptor: socket, address: .tcp(host: host, port: port))
    } catch {
      Foundation.close(socket)
      throw error
    }
  }

  /// Creates a socket file that is readable and writable by owner and group from the moment it exists.
  private static func unix(_ path: String) throws(ListenError) -> Listener {
    guard let name = SocketName(path: path) else { throw .pathTooLong(path) }
    try removeStale(path, name)
    let socket = try Socket.open(AF_UNIX)
    do throws(ListenError) {
      // Linux gives the file the mode of the descriptor, without the bits of the umask.
      fchmod(socket, 0o660)
      guard name.bind(socket) else { throw failure("bind \(path)", inUse: path) }
      chmod(path, 0o660)
      guard listen(socket, backlog) == 0 else { throw failure("listen", inUse: path) }
      return Listener(descriptor: socket, address: .unix(path: path))
    } catch {
      Foundation.close(socket)
      throw error
    }
  }

  /// Removes a socket file that no process serves any longer.
  private static func removeStale(_ path: String, _ name: SocketName) throws(ListenError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path: path) }
    let probe = try Socket.open(AF_UNIX)
    defer { Foundation.close(probe) }
    guard !name.connect(probe), errno == ECONNREFUSED else { throw .inUse(path) }
    unlink(path)
  }

  /// The sockets passed by systemd, as described in sd_listen_fds(3).
  private static func inherited() throws(ListenError) -> [Listener] {
    let environment = ProcessInfo.processInfo.environment
    guard environment["LISTEN_PID"] == String(getpid()), let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }),
      count > 0, count < 1_024
    else { throw .noSystemdSockets }
    return try (3..<3 + count).map { descriptor throws(ListenError) in
      var isListening: Int32 = 0
      var size = socklen_t(MemoryLayout<Int32>.size)
      guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0, isListening == 1 else {
        throw .noSystemdSockets
      }
      Socket.makeNonBlocking(descriptor)
      return Listener(descriptor: descriptor, address: .systemd)
    }
  }

  private static func failure(_ call: String, inUse name: String? = nil) -> ListenError {
    if errno == EADDRINUSE, let name { return .inUse(name) }
    return .system(call: call, errno: errno)
  }
}
