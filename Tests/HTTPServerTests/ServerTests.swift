import Foundation
import InMemoryLogging
import Logging
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

  /// A handler resumes on its own thread, whatever it has awaited.
  @Test func handlersStayOnOneThread() async throws {
    actor Elsewhere {
      func thread() -> pthread_t { pthread_self() }
    }
    let elsewhere = Elsewhere()
    var router = Router()
    router.get("/healthz") { _, _ in
      var threads: Set<pthread_t> = [pthread_self()]
      try? await Task.sleep(for: .milliseconds(10))
      threads.insert(pthread_self())
      threads.insert(await elsewhere.thread())
      _ = await Task.detached { 0 }.value
      threads.insert(pthread_self())
      return Response(status: 200, body: Array("\(threads.count) thread".utf8))
    }
    try await RunningServer.with(router: router) { server in
      let answer = try await server.exchange(get + "\r\n" + get + "Connection: close\r\n\r\n")
      #expect(answer.components(separatedBy: "1 thread").count == 3)
    }
  }

  @Test func finishesWhatItHasBegunWhenStopped() async throws {
    let handler = HeldHandler()
    try await RunningServer.with(router: handler.router) { server in
      let client = try Client(port: server.port)
      client.send(get + "\r\n")
      await handler.hasBegun()
      server.server.stop()
      handler.finish()
      let answer = await client.readToEnd()
      #expect(statuses(answer) == [200])
      #expect(answer.contains("Connection: close\r\n"))
      #expect(throws: (any Error).self) { try Client(port: server.port) }
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
      let entries = server.log.entries
      #expect(entries.count == 2)
      #expect(entries[0].metadata["route"] == "/i/:token" && entries[0].metadata["status"]?.description == "404")
      #expect(entries[0].metadata["network"] == "127.0.0.0")
      #expect(entries[1].metadata["refused"] == "RFC 9110 §15.5.20")
      #expect(!"\(entries)".contains("SECRET"))
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
