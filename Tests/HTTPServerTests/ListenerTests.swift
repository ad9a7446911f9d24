import Foundation
import Testing

@testable import HTTPServer

struct ListenerTests {
  private let path = "/tmp/plumbline-test-\(UUID().uuidString.prefix(8)).sock"

  @Test func servesOnAUnixSocketForOwnerAndGroup() async throws {
    try await RunningServer.with {
      $0.address = .unix(path: path)
    } _: { _ in
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o660)
      let client = try Client(path: path)
      client.send(get + "Connection: close\r\n\r\n")
      #expect(statuses(await client.readToEnd()) == [200])
      #expect(throws: ListenError.inUse(path)) {
        try Listener.open(.unix(path: path), allowsPlainBeyondLoopback: false)
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func takesOverASocketThatWasLeftBehind() throws {
    let name = try #require(SocketName(path: path))
    let abandoned = try Socket.open(AF_UNIX)
    #expect(name.bind(abandoned))
    close(abandoned)
    for listener in try Listener.open(.unix(path: path), allowsPlainBeyondLoopback: false) { listener.close() }
  }

  @Test func leavesAFileThatIsNoSocketAlone() throws {
    try Data("x".utf8).write(to: URL(filePath: path))
    defer { unlink(path) }
    #expect(throws: ListenError.notASocket(path: path)) {
      try Listener.open(.unix(path: path), allowsPlainBeyondLoopback: false)
    }
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func refusesPlainHTTPBeyondThisMachine() throws {
    #expect(throws: ListenError.plainHTTPBeyondLoopback("0.0.0.0")) {
      try Listener.open(.tcp(host: "0.0.0.0", port: 0), allowsPlainBeyondLoopback: false)
    }
    for listener in try Listener.open(.tcp(host: "0.0.0.0", port: 0), allowsPlainBeyondLoopback: true) {
      listener.close()
    }
  }

  @Test func saysWhatIsWrongWithAnAddress() throws {
    #expect(throws: ListenError.notAnAddress("localhost")) {
      try Listener.open(.tcp(host: "localhost", port: 0), allowsPlainBeyondLoopback: false)
    }
    #expect(throws: ListenError.notAnAddress("127.0.0.1")) {
      try Listener.open(.tcp(host: "127.0.0.1", port: 70_000), allowsPlainBeyondLoopback: false)
    }
    #expect(throws: ListenError.noSystemdSockets) { try Listener.open(.systemd, allowsPlainBeyondLoopback: false) }
    let long = "/tmp/" + String(repeating: "x", count: 200)
    #expect(throws: ListenError.pathTooLong(long)) {
      try Listener.open(.unix(path: long), allowsPlainBeyondLoopback: false)
    }
  }

  @Test func saysThatAPortIsTaken() throws {
    let listeners = try Listener.open(.tcp(host: "127.0.0.1", port: 0), allowsPlainBeyondLoopback: false)
    defer { for listener in listeners { listener.close() } }
    guard case .tcp(_, let port)? = listeners.first?.address else {
      Issue.record("no port")
      return
    }
    #expect(throws: ListenError.inUse("127.0.0.1:\(port)")) {
      try Listener.open(.tcp(host: "127.0.0.1", port: port), allowsPlainBeyondLoopback: false)
    }
  }

  @Test func tellsTheServiceManager() throws {
    let name = try #require(SocketName(path: path))
    let inbox = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    #expect(name.bind(inbox))
    defer {
      close(inbox)
      unlink(path)
    }
    func received() -> String {
      var buffer = [UInt8](repeating: 0, count: 100)
      let count = recv(inbox, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
    let manager = try #require(ServiceManager(environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "2000000"]))
    manager.notify("READY=1")
    #expect(received() == "READY=1")
    let now = SuspendingClock.now
    for step in 0...3 { manager.keepAlive(at: now + .milliseconds(400 * step)) }
    #expect(received() == "WATCHDOG=1")
    #expect(received() == "WATCHDOG=1")
    #expect(received() == "")
    #expect(ServiceManager(environment: [:]) == nil)
  }
}
