import Foundation
import Testing

@testable import HTTPServer

/// What the server does when a client is slow, or when there are too many clients.
struct ServerLimitsTests {
  @Test func letsALateAnswerReachAClientThatStillSends() async throws {
    try await RunningServer.with { server in
      let flood = String(repeating: "x", count: 2_000_000)
      let answer = try await server.exchange(post(2_000_000) + flood)
      #expect(statuses(answer) == [413])
    }
  }

  @Test func cutsSlowHeadsAndBodies() async throws {
    try await RunningServer.with {
      $0.limits.headTime = .milliseconds(200)
      $0.limits.bodyGrace = .milliseconds(200)
      $0.limits.idleTime = .milliseconds(200)
    } _: { server in
      let head = try await server.exchange("GET /healthz HTTP/1.1\r\n", "X: y\r\n", "X: y\r\n")
      #expect(statuses(head) == [408])
      let body = try await server.exchange(post(5), "a", "=", "b")
      #expect(statuses(body) == [408])
      let silence = try await server.exchange("")
      #expect(silence == "")
    }
  }

  @Test func answersForAHandlerThatTakesTooLong() async throws {
    var router = Router()
    router.get("/healthz") { _, _ in
      try? await Task.sleep(for: .seconds(60))
      return Response(status: 200)
    }
    try await RunningServer.with(router: router) {
      $0.limits.handlerTime = .milliseconds(100)
    } _: { server in
      let answer = try await server.exchange(get + "\r\n")
      #expect(statuses(answer) == [503])
      #expect(answer.contains("Retry-After: "))
    }
  }

  @Test func rejectsABodyWhenTooMuchOfOthersIsUnfinished() async throws {
    try await RunningServer.with {
      $0.limits.bodiesInMemory = 1_000
    } _: { server in
      let first = try Client(port: server.port)
      first.send(post(900, "Connection: close\r\n"))
      first.send(String(repeating: "a", count: 800))
      // The server reads sockets in the order in which they became readable, so after this response it has the 800
      // bytes.
      #expect(statuses(try await server.exchange(get + "Connection: close\r\n\r\n")) == [200])
      let second = try await server.exchange(post(900), String(repeating: "b", count: 500), "b")
      #expect(statuses(second) == [503] && second.contains("Retry-After: "))
      #expect(statuses(try await server.exchange(get + "Connection: close\r\n\r\n")) == [200])
      first.send(String(repeating: "a", count: 100))
      #expect(statuses(await first.readToEnd()) == [303])
      let third = try await server.exchange(post(900, "Connection: close\r\n"), String(repeating: "c", count: 900))
      #expect(statuses(third) == [303])
    }
  }

  @Test func countsOnlyHandlersThatWaitAsWork() async throws {
    try await RunningServer.with {
      $0.limits.handlersInFlight = 2
    } _: { server in
      let clients = try (0..<20).map { _ in try Client(port: server.port) }
      for client in clients { client.send(get) }
      for client in clients { client.send("\r\n" + get + "\r\n" + get + "Connection: close\r\n\r\n") }
      for client in clients { #expect(statuses(await client.readToEnd()) == [200, 200, 200]) }
    }
  }

  @Test func rejectsMoreWorkThanItCanHold() async throws {
    let handler = HeldHandler()
    try await RunningServer.with(router: handler.router) {
      $0.limits.handlersInFlight = 1
    } _: { server in
      let first = try Client(port: server.port)
      first.send(get + "Connection: close\r\n\r\n")
      await handler.hasBegun()
      let second = try await server.exchange(get + "\r\n")
      #expect(statuses(second) == [503])
      #expect(second.contains("Retry-After: "))
      handler.finish()
      #expect(statuses(await first.readToEnd()) == [200])
    }
  }

  @Test func makesRoomForNewConnectionsAtTheExpenseOfTheLongestWaiting() async throws {
    try await RunningServer.with {
      $0.limits.connectionsPerAddress = 2
    } _: { server in
      let oldest = try Client(port: server.port)
      try await server.wait(forConnections: 1)
      let older = try Client(port: server.port)
      try await server.wait(forConnections: 2)
      let newConnection = try await server.exchange(get + "Connection: close\r\n\r\n")
      #expect(statuses(newConnection) == [200])
      #expect(await oldest.readToEnd() == "")
      older.send(get + "Connection: close\r\n\r\n")
      #expect(statuses(await older.readToEnd()) == [200])
    }
  }

  @Test func sparesThoseWhoHaveBeenActiveSince() async throws {
    try await RunningServer.with {
      $0.limits.connections = 3
    } _: { server in
      var clients: [Client] = []
      for number in 1...3 {
        clients.append(try Client(port: server.port))
        try await server.wait(forConnections: number)
      }
      let first = try Client(port: server.port)
      #expect(await clients[0].readToEnd() == "")
      clients[1].send(get + "\r\n")
      #expect(statuses(await clients[1].read { $0.hasSuffix("ok") }) == [200])
      let second = try Client(port: server.port)
      #expect(await clients[2].readToEnd() == "")
      for client in [clients[1], first, second] {
        client.send(get + "Connection: close\r\n\r\n")
        #expect(statuses(await client.readToEnd()) == [200])
      }
    }
  }

  @Test func limitsFormsAndGuessesOfAnAddress() async throws {
    try await RunningServer.with {
      $0.limits.postBurst = 1
      $0.limits.postsPerSecond = 0.001
      $0.limits.guessBurst = 2
      $0.limits.guessesPerSecond = 0.001
      $0.trustedProxies = ["127.0.0.1"]
    } _: { server in
      let form = post(1) + "a"
      let guess = "GET /i/x HTTP/1.1\r\nHost: test.example\r\n\r\n"
      let requests = [
        (form, "198.51.100.1"), (form, "198.51.100.1"), (form, "198.51.100.2"), (guess, "2001:db8::1"),
        (guess, "2001:db8::2"), (guess, "2001:db8::3"), (get + "\r\n", "2001:db8::3"),
        (guess.replacing("/i/x", with: "/i/valid"), "2001:db8::3"),
      ]
      var answers: [Int] = []
      for (request, address) in requests {
        let fields = "\r\nX-Forwarded-For: \(address)\r\nConnection: close\r\n\r\n"
        answers += try await statuses(server.exchange(request.replacing("\r\n\r\n", with: fields)))
      }
      #expect(answers == [303, 429, 303, 404, 404, 429, 200, 200])
    }
  }

  @Test func givesUpOnAClientThatDoesNotRead() async throws {
    var router = Router()
    router.get("/healthz") { _, _ in Response(status: 200, body: [UInt8](repeating: 0, count: 50_000_000)) }
    try await RunningServer.with(router: router) {
      $0.limits.writeTime = .milliseconds(200)
    } _: { server in
      let client = try Client(port: server.port)
      client.send(get + "\r\n")
      try await server.wait(forConnections: 1)
      while !server.server.metrics.prometheusText.contains("http_connections 0\n") {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(await client.readToEnd().utf8.count < 50_000_000)
    }
  }

  @Test func renewsAConnectionNowAndThen() async throws {
    try await RunningServer.with {
      $0.limits.requestsPerConnection = 2
    } _: { server in
      let answer = try await server.exchange(get + "\r\n" + get + "\r\n" + get + "\r\n")
      #expect(statuses(answer) == [200, 200])
      #expect(answer.contains("Connection: close\r\n"))
    }
  }
}
