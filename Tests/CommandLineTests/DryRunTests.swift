import Foundation
import TestSupport
import Testing

/// A dry run is refused whenever the command itself would be, in the built program against a real instance.
@Suite(.serialized) struct DryRunTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  @Test(arguments: [
    ("client assign CLIENT nobody", 3), ("client share CLIENT nobody --until 2099-01-01", 3),
    ("client share CLIENT Jonas --until 2020-01-01", 64), ("client unmerge CLIENT", 6),
    ("practitioner transfer nobody Mira --yes", 3), ("practice set colour red", 64),
    ("practitioner deactivate nobody --successor Mira --confirm nobody", 3), ("invite revoke nosuch", 3),
    ("plan template delete nosuch --yes", 3), ("client open CLIENT --ack", 6),
    ("practice set hidden_questions safety.bladder_bowel", 64), ("practice set hidden_questions no.such", 3),
    ("client consent CLIENT --withdraw treatment", 3), ("client consent CLIENT --renew bad --from sheet", 3),
    ("client consent CLIENT --done copy", 3),
  ])
  func isRefusedAsTheOperationIs(command: String, status: Int32) async throws {
    let client = try await scratch.newClient("Dry \(UUID().uuidString.prefix(8))")
    let words = command.replacing("CLIENT", with: client).split(separator: " ").map(String.init)
    for dry in [["-n"], []] {
      let run = try await scratch.run(words + dry, as: .mira)
      #expect(run.status == status, "\(words + dry): \(run.errorText)")
    }
  }

  @Test func isRefusedWhatTheStateForbids() async throws {
    let client = try await scratch.newClient("Dry \(UUID().uuidString.prefix(8))")
    let findings = #"{"findings": {"pf.atr": 3}}"#
    let made = try await scratch.json(["evaluation", "new", client, "--from-json", "-"], input: findings)
    let evaluation = try #require(made["short_id"] as? String)
    let amend = ["evaluation", "amend", evaluation, "--from-json", "-", "--reason", "misread", "-n"]
    #expect(try await scratch.run(amend, as: .mira, input: findings).status == 6, "it is not signed")
    _ = try await scratch.json(["evaluation", "sign", evaluation])
    #expect(try await scratch.run(amend, as: .mira, input: findings).status == 0)
    let edit = ["evaluation", "edit", evaluation, "--from-json", "-", "-n"]
    #expect(try await scratch.run(edit, as: .mira, input: findings).status == 6, "it is signed")
  }

  @Test func saysWhatItFoundAndTakesItBack() async throws {
    let client = try await scratch.newClient("Dry \(UUID().uuidString.prefix(8))")
    let run = try await scratch.run(["client", "archive", client, "-n"], as: .mira)
    #expect(run.status == 0 && run.text.contains("nothing was done"), "\(run.errorText)")
    #expect(try await scratch.json(["client", "show", client])["archived"] as? Bool == false)
    let given = try await scratch.run(["practitioner", "transfer", "Mira", "Jonas", "-n"], as: .mira)
    #expect(given.text.contains(/would give [0-9]+ clients? of Mira to Jonas/), "\(given.text) \(given.errorText)")
  }
}
