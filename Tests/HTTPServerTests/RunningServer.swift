import Foundation
import InMemoryLogging
import Logging
import Testing

@testable import HTTPServer

/// A server in this process on a free port, for the duration of one test.
struct RunningServer: Sendable {
  let port: Int
  let server: Server
  let log: InMemoryLogHandler

  static func with(
    router: Router = .sample, configure: (inout Server.Configuration) -> Void = { _ in },
    _ body: (RunningServer) async throws -> Void
  ) async throws {
    let log = InMemoryLogHandler()
    var configuration = Server.Configuration(
      address: .tcp(host: "127.0.0.1", port: 0), hosts: ["test.example"],
      errorPage: { status, text in Response(status: status, body: Array(text.utf8)) },
      logger: Logger(label: "test") { _ in log })
    configure(&configuration)
    let server = Server(configuration, router: router)
    let (addresses, bound) = AsyncStream.makeStream(of: Address.self)
    async let running: Void = {
      defer { bound.finish() }
      try await server.run { bound.yield($0) }
    }()
    guard let address = await addresses.first(where: { _ in true }) else { return try await running }
    let port = if case .tcp(_, let port) = address { port } else { 0 }
    defer { server.stop() }
    try await body(RunningServer(port: port, server: server, log: log))
    server.stop()
    try await running
  }

  /// Returns once the server has accepted this many connections since it started.
  func wait(forConnections count: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while !server.metrics.prometheusText.contains("http_connections_opened_total \(count)\n") {
      try #require(ContinuousClock.now < deadline, "the server did not accept \(count) connections")
      await Task.yield()
    }
  }

  /// Sends the parts with a pause between, and reads until the server closes or says nothing for `timeout`.
  func exchange(_ parts: String..., timeout: Duration = .seconds(5)) async throws -> String {
    let client = try Client(port: port)
    for (index, part) in parts.enumerated() {
      if index > 0 { try await Task.sleep(for: .milliseconds(60)) }
      client.send(part)
    }
    return await client.readToEnd(timeout: timeout)
  }
}

/// A raw socket. Waits on a queue of its own, never on the threads that handlers need.
final class Client: Sendable {
  private let socket: Int32

  convenience init(port: Int) throws {
    let name = try #require(SocketName(host: "127.0.0.1", port: port))
    try self.init(AF_INET, name)
  }

  convenience init(path: String) throws {
    let name = try #require(SocketName(path: path))
    try self.init(AF_UNIX, name)
  }

  private init(_ family: Int32, _ name: SocketName) throws {
    socket = Foundation.socket(family, Int32(SOCK_STREAM.rawValue), 0)
    guard name.connect(socket) else { throw ListenError.system(call: "connect", errno: errno) }
  }

  deinit { close(socket) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let outcome = bytes.withUnsafeBytes { Socket.send(socket, UnsafeRawBufferPointer(rebasing: $0[sent...])) }
      guard case .bytes(let count) = outcome else { return }
      sent += count
    }
  }

  func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Reads until the server closes, or until nothing has come for `timeout`.
  func readToEnd(timeout: Duration = .seconds(5)) async -> String {
    await read(timeout: timeout) { _ in false }
  }

  func read(timeout: Duration = .seconds(5), until isEnough: @escaping @Sendable (String) -> Bool) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "client").async { [socket] in
        var wait = timeval()
        wait.tv_sec = Int(timeout / .seconds(1))
        wait.tv_usec = Int(timeout / .microseconds(1)) % 1_000_000
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
          let count = recv(socket, &chunk, chunk.count, 0)
          guard count > 0 else { break }
          bytes += chunk[..<count]
          if isEnough(String(decoding: bytes, as: UTF8.self)) { break }
        }
        continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}

extension Router {
  static let sample = {
    var router = Router()
    router.get("/healthz") { _, _ in Response(status: 200, body: Array("ok".utf8)) }
    router.get("/i/:token") { request, parameters in
      if parameters["token"] == "valid" { return Response(status: 200, body: Array("known".utf8)) }
      var response = Response(status: 404, body: Array("unknown".utf8))
      response.countsAsGuess = true
      return response
    }
    router.post("/form", bodyLimit: 1_000) { request, _ in
      Response(status: 303, headers: [("Location", "/done"), ("Set-Cookie", "a=b")], body: request.body)
    }
    router.upload("/file", bodyLimit: 1_000) { request, _ in Response(status: 303, body: request.body) }
    return router
  }()
}

/// The statuses of the responses in a stream, in order.
func statuses(_ stream: String) -> [Int] {
  stream.components(separatedBy: "HTTP/1.1 ").dropFirst().compactMap { Int($0.prefix(3)) }
}

let get = "GET /healthz HTTP/1.1\r\nHost: test.example\r\n"
func post(_ length: Int, _ fields: String = "") -> String {
  "POST /form HTTP/1.1\r\nHost: test.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    + "Content-Length: \(length)\r\n\(fields)\r\n"
}

func upload(_ length: Int, _ fields: String = "") -> String {
  "POST /file HTTP/1.1\r\nHost: test.example\r\nContent-Type: multipart/form-data; boundary=b\r\n"
    + "Content-Length: \(length)\r\n\(fields)\r\n"
}
