import Foundation
import Testing

@testable import HTTPServer

/// What the server does about a file that is sent: it has more time and memory of its own.
struct UploadTests {
  @Test func letsTheAnswerReachAClientThatStillSendsAFileThatIsTooLarge() async throws {
    try await RunningServer.with { server in
      let answer = try await server.exchange(upload(12_000_000) + String(repeating: "x", count: 12_000_000))
      #expect(statuses(answer) == [413])
      #expect(answer.contains("smaller picture size"))
    }
  }

  @Test func givesAFileMoreTimeThanAForm() async throws {
    try await RunningServer.with {
      $0.limits.bodyTime = .milliseconds(100)
      $0.limits.uploadRate = 1
    } _: { server in
      let parts = (String(repeating: "a", count: 300), String(repeating: "a", count: 700))
      let form = try await server.exchange(post(1_000), parts.0)
      #expect(statuses(form) == [408])
      let file = try await server.exchange(
        upload(1_000, "Connection: close\r\n"), parts.0, "", "", "", "", "", "", "", "", "", "", "", "", parts.1)
      #expect(statuses(file) == [303])
    }
  }

  @Test func cutsAFileThatComesTooSlowly() async throws {
    try await RunningServer.with {
      $0.limits.bodyGrace = .milliseconds(200)
      $0.limits.uploadRate = 1_000_000
    } _: { server in
      let answer = try await server.exchange(upload(900), "a", "b", "c")
      #expect(statuses(answer) == [408])
    }
  }

  @Test func keepsFormsComingWhenFilesFillTheirMemory() async throws {
    try await RunningServer.with {
      $0.limits.uploadsInMemory = 1_000
    } _: { server in
      let first = try Client(port: server.port)
      first.send(upload(900, "Connection: close\r\n"))
      first.send(String(repeating: "a", count: 800))
      #expect(statuses(try await server.exchange(get + "Connection: close\r\n\r\n")) == [200])
      let second = try await server.exchange(upload(900), String(repeating: "b", count: 500), "b")
      #expect(statuses(second) == [503])
      let form = try await server.exchange(post(900, "Connection: close\r\n"), String(repeating: "c", count: 900))
      #expect(statuses(form) == [303])
      first.send(String(repeating: "a", count: 100))
      #expect(statuses(await first.readToEnd()) == [303])
    }
  }
}
