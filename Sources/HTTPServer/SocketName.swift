import Foundation

/// A socket address of any family (`sockaddr`).
struct SocketName {
  private var storage = sockaddr_storage()
  private var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

  /// - Returns: nil unless `host` is a numeric address and `port` is at most 65,535.
  init?(host: String, port: Int) {
    guard let port = in_port_t(exactly: port) else { return nil }
    var v4 = sockaddr_in()
    var v6 = sockaddr_in6()
    if inet_pton(AF_INET, host, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = port.bigEndian
      set(v4)
    } else if inet_pton(AF_INET6, host, &v6.sin6_addr) == 1 {
      v6.sin6_family = sa_family_t(AF_INET6)
      v6.sin6_port = port.bigEndian
      set(v6)
    } else {
      return nil
    }
  }

  /// - Parameter path: a leading `@` stands for the abstract namespace.
  /// - Returns: nil when the path is longer than the system allows.
  init?(path: String) {
    var name = sockaddr_un()
    name.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(path.utf8)
    if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
    guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: name.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: bytes) }
    set(name)
    length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
  }

  /// The address that a socket is bound to.
  init?(of socket: Int32) {
    guard withPointer({ getsockname(socket, $0, $1) }) == 0 else { return nil }
  }

  /// Accepts the next waiting connection and returns it with its peer; the descriptor is negative if there is none, and
  /// `errno` says why.
  static func accept(_ listener: Int32) -> (descriptor: Int32, peer: SocketName) {
    var peer = SocketName()
    let descriptor = peer.withPointer { Foundation.accept(listener, $0, $1) }
    return (descriptor, peer)
  }

  private init() {}

  /// The IP address; nil for a Unix socket.
  var ipAddress: IPAddress? {
    switch Int32(storage.ss_family) {
    case AF_INET: IPAddress(read(sockaddr_in.self).sin_addr)
    case AF_INET6: IPAddress(read(sockaddr_in6.self).sin6_addr)
    default: nil
    }
  }

  var port: Int? {
    switch Int32(storage.ss_family) {
    case AF_INET: Int(in_port_t(bigEndian: read(sockaddr_in.self).sin_port))
    case AF_INET6: Int(in_port_t(bigEndian: read(sockaddr_in6.self).sin6_port))
    default: nil
    }
  }

  func bind(_ socket: Int32) -> Bool {
    var name = self
    return name.withPointer { Foundation.bind(socket, $0, $1.pointee) } == 0
  }

  func connect(_ socket: Int32) -> Bool {
    var name = self
    return name.withPointer { Foundation.connect(socket, $0, $1.pointee) } == 0
  }

  /// Sends a datagram, which is lost when nobody listens.
  func send(_ text: String, from socket: Int32) {
    let bytes = Array(text.utf8)
    var name = self
    _ = name.withPointer { sendto(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1.pointee) }
  }

  private mutating func set<Name>(_ name: Name) {
    withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: name, as: Name.self) }
    length = socklen_t(MemoryLayout<Name>.size)
  }

  private func read<Name>(_ type: Name.Type) -> Name {
    withUnsafeBytes(of: storage) { $0.loadUnaligned(as: type) }
  }

  private mutating func withPointer<Result>(
    _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &storage) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &length) }
    }
  }
}
