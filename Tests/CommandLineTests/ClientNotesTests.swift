import Foundation
import TestSupport
import Testing

/// The notes about a client, in the built program against a real instance.
@Suite(.serialized) struct ClientNotesTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func readsThemNewestFirstAndShowsTheLastWithTheClient() async throws {
    let client = try await scratch.newClient("Noted \(UUID().uuidString.prefix(8))")
    for note in ["likes wrens", "prefers\nmornings"] {
      let run = try await scratch.run(["client", "note", client, "--note-file", "-"], as: .mira, input: note)
      #expect(run.status == 0, "\(run.errorText)")
    }
    let run = try await scratch.run(["client", "notes", client, "--json"], as: .mira)
    let notes = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
    #expect(notes.compactMap { $0["note"] as? String } == ["prefers\nmornings", "likes wrens"])
    let shown = try await scratch.json(["client", "show", client])
    #expect((shown["last_note"] as? [String: Any])?["note"] as? String == "prefers\nmornings")
  }
}
