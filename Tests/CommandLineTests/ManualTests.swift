import Foundation
import TestSupport
import Testing

/// The man pages that packaging makes from the program.
@Suite struct ManualTests {
  @Test func everyPageIsSoundAndNothingIsLeftOut() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-manual-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let maker = URL(filePath: #filePath).appending(path: "../../../deploy/manual").standardized
    let program = try ScratchInstance.current().programs.appending(path: "plumbline")
    let made = try await ProgramRun.of(maker, [program.path, folder.path])
    #expect(made.status == 0, "\(made.errorText)")

    let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for page in pages {
      let shown = try await man(page)
      #expect(shown.status == 0 && shown.errorText.isEmpty, "\(page.lastPathComponent): \(shown.errorText)")
    }
    let first = try await man(folder.appending(path: "plumbline.1")).text
    for page in pages where page.lastPathComponent != "plumbline.1" {
      #expect(first.contains("\(page.deletingPathExtension().lastPathComponent)(1)"))
    }
    let words = first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("red flag to acknowledge"), "exit codes are told")
    let client = try await man(folder.appending(path: "plumbline-client.1")).text
    #expect(client.contains("--birth-date yyyy-mm-dd"))
  }

  /// Renders a page as plain text; `deploy/dependencies test` installs `man`.
  private func man(_ page: URL) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["man", "--warnings", "--local-file", page.path],
      environment: ["MANWIDTH": "80", "LC_ALL": "C.UTF-8"])
  }
}
