import Foundation
import Testing

@testable import HTTPServer

/// Whole exchanges over real sockets.
struct ServerTests {
  @Test func keepsTheConnectionUntilAskedToClose() async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(get + "\r\n", get + "\r\n" + get + "Connection: close\r\n\r\n")
      #expect(statuses(answer) == [200, 200, 200])
      #expect(answer.components(separatedBy: "Connection: close").count == 2)
    }
  }

  @Test func answersHEADWithTheLengthAlone() async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(
        "HEAD /healthz HTTP/1.1\r\nHost: test.example\r\nConnection: close\r\n\r\n")
      #expect(statuses(answer) == [200])
      #expect(answer.contains("Content-Length: 2\r\n") && answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test(arguments: [
    ("HEAD /healthz HTTP/1.1\r\nHost: test.example\r\nX y\r\n\r\n", 400),
    ("HEAD /nowhere HTTP/1.1\r\nHost: test.example\r\n\r\n", 404), ("HEAD / HTTP/3.0\r\n\r\n", 505),
    ("HEAD /\(String(repeating: "a", count: 9_000))", 414),
  ])
  func refusesHEADWithoutABody(_ request: String, _ status: Int) async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(request)
      #expect(statuses(answer) == [status])
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func handsOverABodyThatComesInPieces() async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(post(5, "Connection: close\r\n"), "a=", "b&c")
      #expect(statuses(answer) == [303])
      #expect(answer.contains("Set-Cookie: a=b\r\n") && answer.hasSuffix("\r\n\r\na=b&c"))
    }
  }

  @Test func answersAClientThatHasClosedItsSide() async throws {
    try await RunningServer.with { server in
      let client = try Client(port: server.port)
      client.send(get + "\r\n")
      client.finishSending()
      #expect(statuses(await client.readToEnd()) == [200])
    }
  }

  @Test func asksForTheBodyOnlyWhenItWillBeTaken() async throws {
    try await RunningServer.with { server in
      let expectation = "Expect: 100-continue\r\nConnection: close\r\n"
      let client = try Client(port: server.port)
      client.send(post(5, expectation))
      #expect(await client.read { $0.hasSuffix("\r\n\r\n") } == "HTTP/1.1 100 Continue\r\n\r\n")
      client.send("a=b&c")
      #expect(statuses(await client.readToEnd()) == [303])
      let alreadyThere = try await server.exchange(post(5, expectation) + "a=b&c")
      #expect(statuses(alreadyThere) == [303])
      let tooLarge = try await server.exchange(post(1_001, expectation))
      #expect(statuses(tooLarge) == [413])
    }
  }

  @Test(arguments: [
    ("POST /form HTTP/1.1\r\nHost: test.example\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
    (post(1_000_000_000), 413), ("POST /nowhere HTTP/1.1\r\nHost: test.example\r\nContent-Length: 9\r\n\r\n", 404),
    ("POST /healthz HTTP/1.1\r\nHost: test.example\r\nContent-Length: 9\r\n\r\n", 405),
    (post(5, "Sec-Fetch-Site: cross-site\r\n"), 403), ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    ("GET /\(String(repeating: "a", count: 9_000))", 414), ("\u{16}\u{3}\u{1}", 400),
  ])
  func refusesBeforeTheBodyAndCloses(_ head: String, _ status: Int) async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(head, "a=b&c" + get + "\r\n")
      #expect(statuses(answer) == [status])
      #expect(answer.contains("Connection: close\r\n"))
      #expect(answer.contains("Content-Security-Policy: default-src 'none'") && answer.contains("X-Request-Id: "))
    }
  }

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

  /// Threads are changed by what a handler waits for, never by going on after it.
  @Test func handlersStayOnOneThread() async throws {
    actor Shelf {
      func thread() -> pthread_t { pthread_self() }
    }
    let shelf = Shelf()
    var router = Router()
    router.get("/healthz") { _, _ in
      var threads: Set<pthread_t> = [pthread_self()]
      try? await Task.sleep(for: .milliseconds(10))
      threads.insert(pthread_self())
      threads.insert(await shelf.thread())
      _ = await Task.detached { 0 }.value
      threads.insert(pthread_self())
      return Response(status: 200, body: Array("\(threads.count) thread".utf8))
    }
    try await RunningServer.with(router: router) { server in
      let answer = try await server.exchange(get + "\r\n" + get + "Connection: close\r\n\r\n")
      #expect(answer.components(separatedBy: "1 thread").count == 3)
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

  @Test func turnsAwayABodyWhenTooMuchOfOthersIsUnfinished() async throws {
    try await RunningServer.with {
      $0.limits.bodiesInMemory = 1_000
    } _: { server in
      let first = try Client(port: server.port)
      first.send(post(900, "Connection: close\r\n"))
      first.send(String(repeating: "a", count: 800))
      try await Task.sleep(for: .milliseconds(100))
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

  @Test func turnsAwayMoreWorkThanItCanHold() async throws {
    let (entered, enter) = AsyncStream.makeStream(of: Void.self)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    var router = Router()
    router.get("/healthz") { _, _ in
      enter.yield()
      for await _ in gate { break }
      return Response(status: 200)
    }
    try await RunningServer.with(router: router) {
      $0.limits.handlersInFlight = 1
    } _: { server in
      let first = try Client(port: server.port)
      first.send(get + "Connection: close\r\n\r\n")
      for await _ in entered { break }
      let second = try await server.exchange(get + "\r\n")
      #expect(statuses(second) == [503])
      #expect(second.contains("Retry-After: "))
      open.yield()
      #expect(statuses(await first.readToEnd()) == [200])
    }
  }

  @Test func finishesWhatItHasBegunWhenStopped() async throws {
    let (entered, enter) = AsyncStream.makeStream(of: Void.self)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    var router = Router()
    router.get("/healthz") { _, _ in
      enter.yield()
      for await _ in gate { break }
      return Response(status: 200)
    }
    try await RunningServer.with(router: router) { server in
      let client = try Client(port: server.port)
      client.send(get + "\r\n")
      for await _ in entered { break }
      server.server.stop()
      open.yield()
      let answer = await client.readToEnd()
      #expect(statuses(answer) == [200])
      #expect(answer.contains("Connection: close\r\n"))
      #expect(throws: (any Error).self) { try Client(port: server.port) }
    }
  }

  @Test func makesRoomForNewcomersAtTheExpenseOfTheLongestWaiting() async throws {
    try await RunningServer.with {
      $0.limits.connectionsPerAddress = 2
    } _: { server in
      let oldest = try Client(port: server.port)
      try await Task.sleep(for: .milliseconds(50))
      let older = try Client(port: server.port)
      try await Task.sleep(for: .milliseconds(50))
      let newcomer = try await server.exchange(get + "Connection: close\r\n\r\n")
      #expect(statuses(newcomer) == [200])
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
      for _ in 0..<3 {
        clients.append(try Client(port: server.port))
        try await Task.sleep(for: .milliseconds(20))
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
      ]
      var answers: [Int] = []
      for (request, address) in requests {
        let fields = "\r\nX-Forwarded-For: \(address)\r\nConnection: close\r\n\r\n"
        answers += try await statuses(server.exchange(request.replacing("\r\n\r\n", with: fields)))
      }
      #expect(answers == [303, 429, 303, 404, 404, 429, 200])
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
      while !server.server.metrics.prometheusText.contains("http_connections_opened_total 1\n") { await Task.yield() }
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

  @Test func replacesAnAnswerThatCannotBeWritten() async throws {
    var router = Router()
    router.get("/healthz") { _, _ in Response(status: 200, headers: [("Location", "a\r\nSet-Cookie: b=c")]) }
    try await RunningServer.with(router: router) { server in
      let answer = try await server.exchange(get + "Connection: close\r\n\r\n")
      #expect(statuses(answer) == [500])
      #expect(!answer.contains("Set-Cookie"))
    }
  }

  @Test func logsTheTemplateAndNeverTheToken() async throws {
    try await RunningServer.with { server in
      _ = try await server.exchange(
        "GET /i/SECRET?q=SECRET HTTP/1.1\r\nHost: test.example\r\nConnection: close\r\n\r\n")
      _ = try await server.exchange("GET /SECRET HTTP/1.1\r\nHost: SECRET\r\n\r\n")
      let lines = server.lines.all
      #expect(lines.count == 2)
      #expect(lines[0].contains("\"route\":\"/i/:token\"") && lines[0].contains("\"status\":404"))
      #expect(lines[0].contains("\"network\":\"127.0.0.0\""))
      #expect(lines[1].contains("\"refused\":\"RFC 9110 §15.5.20\""))
      #expect(!lines.joined().contains("SECRET"))
    }
  }

  @Test func countsForPrometheus() async throws {
    try await RunningServer.with { server in
      _ = try await server.exchange(get + "\r\n" + get + "Connection: close\r\n\r\n")
      let text = server.server.metrics.prometheusText
      #expect(text.contains("http_requests_total{route=\"/healthz\",status=\"200\"} 2\n"))
      #expect(text.contains("http_request_duration_seconds_count 2\n"))
      #expect(text.contains("http_connections_opened_total 1\n"))
    }
  }

  @Test func servesManyAtOnce() async throws {
    try await RunningServer.with { server in
      try await withThrowingTaskGroup { group in
        for _ in 0..<64 {
          group.addTask {
            let pipelined = String(repeating: get + "\r\n", count: 20) + get + "Connection: close\r\n\r\n"
            return try await statuses(server.exchange(pipelined)).count
          }
        }
        for try await count in group { #expect(count == 21) }
      }
    }
  }
}
