import Foundation
import Testing

@testable import CommandLine

@Suite struct AuditVerbTests {
  /// Every verb that a function of the database writes into the audit, and those of the timeline.
  private static let verbs: Set<String> = {
    let sql = URL(filePath: #filePath).appending(path: "../../../sql").standardized
    let files = FileManager.default.enumerator(at: sql.appending(path: "functions"), includingPropertiesForKeys: nil)
    let functions = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "sql" }
    let entries = functions.flatMap { file in
      text(of: file).matches(of: /clinic\.audit\(([^;]*);/).map { String($0.output.1) }
    }
    let timeline = text(of: sql.appending(path: "views/client_events.sql"))
    return Set((entries + [timeline]).flatMap { $0.matches(of: /'([a-z]+\.[a-z_]+)'/).map { String($0.output.1) } })
  }()

  private static func text(of file: URL) -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

  @Test func findsTheVerbs() {
    #expect(Self.verbs.isSuperset(of: ["client.open", "practice.open", "intake.submit_later", "wish.save"]))
    #expect(Self.verbs.count > 60)
  }

  @Test(arguments: verbs)
  func hasWords(verb: String) {
    #expect(!AuditVerb.words(verb).contains("."), "\(verb)")
  }
}
