import Foundation
import TestSupport
import Testing

/// `plumbline login`, and what it spares: nobody exports anything afterwards.
@Suite struct LoginTests {
  @Test func whatItWroteIsUsedFromThenOnUnlessSomethingElseIsSaid() async throws {
    try await withServiceFile { file in
      let login = try await type(["login", "--user", try role(of: "mira")], file, ["PGHOST=\(try socket())"])
      #expect(login.status == 0 && said(by: login).contains("Mira"), "\(login.errorText)")
      #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)

      // On a real machine the server is at the place that libpq knows.
      try (String(contentsOf: file, encoding: .utf8) + "host=\(try socket())\n")
        .write(to: file, atomically: true, encoding: .utf8)
      #expect(try await type(["whoami"], file).text.contains("Mira"))
      let elsewhere = try await type(["whoami"], file, ["PGHOST=/nonexistent"])
      #expect(elsewhere.status != 0 && elsewhere.errorText.contains("/nonexistent"), "\(elsewhere.errorText)")
      #expect(try await type(["whoami", "--service", "other"], file).errorText.contains("other"))
    }
  }

  @Test func theOperatorLogsInLikeAnybody() async throws {
    try await withServiceFile { file in
      let login = try await type(["login", "--user", "plumbline_operator"], file, ["PGHOST=\(try socket())"])
      #expect(login.status == 0 && said(by: login).contains("operator"), "\(login.errorText)")
    }
  }

  private func withServiceFile(_ body: (URL) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "plumbline-service-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(file)
  }

  private func said(by run: ProgramRun) -> String { run.text + run.errorText }

  private func socket() throws -> String { try ScratchInstance.current().folder.path + "/run" }

  private func role(of service: String) throws -> String {
    let path = try #require(ProcessInfo.processInfo.environment["PGSERVICEFILE"])
    let section = try String(contentsOfFile: path, encoding: .utf8).split(separator: "[\(service)]").last
    return String(try #require(section?.firstMatch(of: /user=(\S+)/)?.1))
  }

  /// Runs plumbline as an account that has exported nothing.
  private func type(_ words: [String], _ file: URL, _ settings: [String] = []) async throws -> ProgramRun {
    let program = try ScratchInstance.current().programs.appending(path: "plumbline").path
    let unset = ["PGDATABASE", "PGSERVICE", "PGHOST", "PGUSER"].flatMap { ["-u", $0] }
    return try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), unset + ["PGSERVICEFILE=\(file.path)"] + settings + [program] + words)
  }
}
