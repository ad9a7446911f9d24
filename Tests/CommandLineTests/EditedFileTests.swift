import Foundation
import Testing

@testable import CommandLine

@Suite struct EditedFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "edited-\(UUID().uuidString)")

  @Test func aTextTakesThePlaceOfTheOneBeforeAndNobodyElseCanReadIt() throws {
    try withFile { file in
      try EditedFile.write("left shoulder\n", to: file)
      try EditedFile.write("right\n", to: file)

      #expect(try String(contentsOfFile: file, encoding: .utf8) == "right\n")
      #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
  }

  @Test func aTextThatCannotBeWrittenWholeLeavesTheOneBefore() throws {
    try withFile { file in
      try EditedFile.write("left shoulder\n", to: file)
      // Where the new text is written before it takes the other's place.
      try FileManager.default.createDirectory(atPath: file + "~", withIntermediateDirectories: false)

      #expect(throws: CommandError.self) { try EditedFile.write("right\n", to: file) }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "left shoulder\n")
    }
  }

  private func withFile(_ body: (String) throws -> Void) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(EditedFile.make(named: "answers.json", ["XDG_RUNTIME_DIR": folder.path]))
  }
}
