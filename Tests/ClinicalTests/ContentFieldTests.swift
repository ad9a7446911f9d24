import Foundation
import JSON
import Testing

/// What nobody reads has no place in the content: it would be taken for something the program does.
struct ContentFieldTests {
  /// The members whose names are data: amounts of a dose, items that are added by hand, the examples of a formula.
  private static let data: Set = ["dose", "most", "by_hand", "test", "numbers"]

  @Test func everyMemberOfTheContentIsRead() throws {
    let loading = TestData.folder.appending(path: "../../Sources/Clinical/Loading").standardizedFileURL
    let files = try #require(FileManager.default.enumerator(at: loading, includingPropertiesForKeys: nil))
    var code = ""
    for case let file as URL in files where file.pathExtension == "swift" {
      code += try String(contentsOf: file, encoding: .utf8)
    }
    for (name, bytes) in try TestData.packFiles() {
      for key in Self.names(in: try JSON(parsing: bytes)).sorted() {
        #expect(code.contains("\"\(key)\""), "\(name).json has “\(key)”, which nothing reads")
      }
    }
  }

  private static func names(in json: JSON) -> Set<String> {
    let members = json.members ?? []
    let inner = members.filter { !data.contains($0.key) }.map(\.value) + (json.array ?? [])
    return inner.reduce(Set(members.map(\.key))) { $0.union(names(in: $1)) }
  }
}
