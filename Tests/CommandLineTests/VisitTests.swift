import Foundation
import TestSupport
import Testing

/// Visits, in the built program against a real instance.
@Suite(.serialized) struct VisitTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test func isSignedWhenItIsCompleteAndThenOnlyAddedTo() async throws {
    let client = try await scratch.newClient("Visited \(UUID().uuidString.prefix(8))")
    let made = try await scratch.json(["visit", "new", client, "--from-json", "-"], input: #"{"said": "stiff"}"#)
    let visit = try #require(made["short_id"] as? String)
    let early = try await scratch.run(["visit", "sign", client], as: .mira)
    #expect(early.status == 5 && early.errorText.contains("how many minutes it took"), "\(early.errorText)")
    #expect(early.errorText.contains("what was done, and where"))

    _ = try await scratch.json(
      ["visit", "edit", client, "--from-json", "-", "--minutes", "45"], input: #"{"done": "neck"}"#)
    _ = try await scratch.json(["visit", "sign", client])
    let edit = try await scratch.run(["visit", "edit", visit, "--minutes", "60"], as: .mira)
    #expect(edit.status == 6 && edit.errorText.contains("amend"), "\(edit.errorText)")
    #expect(try await scratch.run(["visit", "discard", visit, "--yes"], as: .mira).status == 6)

    _ = try await scratch.json(["visit", "amend", visit, "--words-file", "-"], input: "the jaw too")
    let shown = try await scratch.json(["visit", "show", visit])
    #expect(shown["done"] as? String == "neck" && shown["minutes"] as? Int == 45 && shown["said"] is NSNull)
    #expect((shown["amendments"] as? [[String: Any]])?.compactMap { $0["words"] as? String } == ["the jaw too"])
    let printed = try await scratch.run(["visit", "print", visit, "--text"], as: .mira)
    #expect(printed.text.contains("45 minutes") && printed.text.contains("the jaw too"), "\(printed.text)")
    let course = try await scratch.json(["client", "show", client])
    #expect((course["visit"] as? [String: Any])?["state"] as? String == "amended")
  }

  @Test func whatASignedOneMayStillTakeIsNamed() async throws {
    let client = try await scratch.newClient("Visited \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(
      ["visit", "new", client, "--from-json", "-"], input: #"{"minutes": 60, "done": "neck"}"#)
    _ = try await scratch.json(["visit", "sign", client])
    let run = try await scratch.run(["visit", "discard", client, "--yes"], as: .mira)
    #expect(run.errorText.contains("stays.\n") && run.errorText.contains("visit amend"), "\(run.errorText)")
  }

  @Test func asPDFItIsOneDocument() async throws {
    let client = try await scratch.newClient("Visited \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["visit", "new", client, "--from-json", "-"], input: #"{"done": "neck"}"#)
    let printed = try await scratch.run(["visit", "print", client], as: .mira)
    #expect(printed.output.starts(with: Array("%PDF-".utf8)), "\(printed.errorText)")
  }

  @Test(arguments: [
    (#"{"minutes": "long"}"#, 64), (#"{"pain": "7"}"#, 64), (#"[]"#, 64), (#"{"held_on": "friday"}"#, 64),
    (#"{"minutes": 900}"#, 64), (#"{"held_on": "1890-01-01"}"#, 64),
  ])
  func refusesWhatIsNoVisit(input: String, status: Int32) async throws {
    let client = try await scratch.newClient("Visited \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["visit", "new", client, "--from-json", "-"], as: .mira, input: input)
    #expect(run.status == status, "\(run.errorText)")
    #expect(try await scratch.run(["visit", "list", client, "--json"], as: .mira).text == "[]\n")
  }

  @Test func isFoundByItsWords() async throws {
    let word = "wren\(UUID().uuidString.prefix(8))".lowercased()
    let client = try await scratch.newClient("Visited \(UUID().uuidString.prefix(8))")
    _ = try await scratch.json(["visit", "new", client, "--from-json", "-"], input: #"{"found": "a \#(word)"}"#)
    #expect(try await scratch.run(["find", word, "--kind", "visit"], as: .mira).text.contains(word))
    #expect(try await scratch.run(["find", word], as: .jonas).text.contains(word) == false)
  }
}
