import Clinical
import Foundation
import Installation
import JSON
import Records
import Testing

/// The content as the database returns it.
@Suite struct ContentTests {
  /// The database does not keep the order of members, so nothing may depend on it. A practice's own items stand behind
  /// those of the content.
  @Test func reasonsAsTheFilesThatWereLoaded() async throws {
    let pack = try ShareDirectory.contentPack()
    let data = URL(filePath: #filePath).appending(path: "../../ClinicalTests/Data/cases.json").standardized
    let cases = try #require(try JSON(parsing: Array(Data(contentsOf: data)))["cases"]?.array)
    let desk = try await Sessions.desk(.mira)
    let own = try await desk.items().map(\.item)
    for (stored, loaded) in try await [
      (desk.content(pack.version), pack.adding(own)), (Sessions.door().content(pack.version), pack),
    ] {
      #expect(stored.version == pack.version)
      #expect(stored.questions.map(\.id) == pack.questions.map(\.id))
      #expect(stored.items.map(\.dose.amounts) == loaded.items.map(\.dose.amounts))
      for person in cases {
        #expect(try report(of: person, by: stored) == report(of: person, by: loaded))
      }
    }
  }

  @Test func refusesAVersionThatWasNeverLoaded() async throws {
    let desk = try await Sessions.desk(.mira)
    let door = try await Sessions.door()
    await #expect(throws: Refusal.notFound(kind: "content version")) { try await desk.content("0.0.0") }
    await #expect(throws: Refusal.notFound(kind: "content version")) { try await door.content("0.0.0") }
  }

  private func report(of person: JSON, by pack: ContentPack) throws -> String {
    let file = try CaseFile(decoding: person.bytes, for: pack)
    return pack.assess(file.answers, file.evaluation).report.text
  }
}
