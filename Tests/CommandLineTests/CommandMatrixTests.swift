import Foundation
import TestSupport
import Testing

/// Every reading command as each of the three therapists: Mira owns Stillwater, Jonas works there, Tom is elsewhere.
@Suite(.serialized) struct CommandMatrixTests {
  let scratch: ScratchInstance

  init() throws { scratch = try ScratchInstance.current() }

  private static let lists: [[String]] = [
    ["client", "list"], ["invite", "list"], ["intake", "list"], ["plan", "list"], ["audit", "list"],
    ["find", "matrix"],
    ["report", "completion"], ["report", "outcomes"], ["report", "flags"], ["report", "retention"],
    ["practitioner", "list"], ["plan", "template", "list"], ["undo", "--list"],
  ]
  private static let records: [[String]] = [
    ["today"], ["whoami"], ["practice", "show"], ["audit", "head"], ["audit", "verify"],
  ]
  private static let therapists: [ScratchInstance.Service] = [.mira, .jonas, .tom]

  @Test(arguments: lists, therapists)
  func everyListIsJSONForEveryTherapist(command: [String], therapist: ScratchInstance.Service) async throws {
    let run = try await scratch.run(command + ["--json"], as: therapist)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try JSONSerialization.jsonObject(with: Data(run.output)) is [Any])
  }

  @Test(arguments: records, therapists)
  func everyRecordIsJSONForEveryTherapist(command: [String], therapist: ScratchInstance.Service) async throws {
    let run = try await scratch.run(command + ["--json"], as: therapist)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(try JSONSerialization.jsonObject(with: Data(run.output)) is [String: Any])
  }

  /// For a colleague without a share and for another practice a client is not there, whatever is asked.
  @Test(arguments: [
    ["client", "show"], ["client", "timeline"], ["client", "edit", "--set", "phone=1"], ["client", "archive"],
    ["client", "note", "--note-file", "/dev/null"], ["client", "assign", "Tom"], ["client", "share", "Tom"],
    ["client", "erase", "--confirm", "x"], ["invite", "link"], ["intake", "show"], ["intake", "accept"],
    ["evaluation", "list"], ["evaluation", "show"], ["evaluation", "compare"], ["plan", "new"], ["plan", "show"],
    ["plan", "list"], ["plan", "explain"], ["plan", "issue"], ["audit", "who"], ["audit", "list", "--client"],
  ])
  func aClientOfMirasIsNotThereForOthers(command: [String]) async throws {
    let id = try await scratch.newClient("Matrix \(UUID().uuidString.prefix(8))")
    var arguments = command
    let takesOption = command.last == "--client"
    arguments.insert(id, at: takesOption ? command.count : 2)
    for therapist in [ScratchInstance.Service.jonas, .tom] {
      let run = try await scratch.run(arguments + ["--json"], as: therapist)
      #expect(run.status == 3, "\(therapist) \(command): \(run.errorText)")
      #expect(run.output.isEmpty)
    }
    let unknown = try await scratch.run(
      command.with(UUID().uuidString.lowercased(), at: takesOption ? command.count : 2), as: .tom)
    let foreign = try await scratch.run(command.with(id, at: takesOption ? command.count : 2), as: .tom)
    #expect(unknown.status == foreign.status)
    #expect(unknown.errorText.count == foreign.errorText.count, "unknown and foreign must read the same")
  }
}

extension [String] {
  fileprivate func with(_ word: String, at index: Int) -> [String] {
    var words = self
    words.insert(word, at: index)
    return words
  }
}
