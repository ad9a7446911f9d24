import Clinical
import Foundation
import JSON
import Records

/// The files of a share directory as steps of a migration, none of them applied.
struct MigrationFiles: Sendable {
  private typealias SQLFile = (name: String, text: String)

  let share: URL

  /// - Throws: `Refusal.invalid` unless the files are numbered from 1 without a gap.
  func migrations() throws -> [MigrationStep] {
    try sql(in: "migrations").enumerated().map { index, file in
      guard Int(file.name.prefix(4)) == index + 1 else {
        throw Refusal.invalid("migrations are numbered 0001, 0002 ... without a gap; look at \(file.name)")
      }
      return MigrationStep(kind: .migration(index + 1), name: file.name, text: file.text)
    }
  }

  /// Returns each view after the views that its text names.
  func views() throws -> [MigrationStep] {
    inReadingOrder(try sql(in: "views"))
      .map { MigrationStep(kind: .view, name: "views/\($0.name)", text: $0.text) }
  }

  func functions() throws -> [MigrationStep] {
    try sql(in: "functions").map { MigrationStep(kind: .function, name: $0.name, text: $0.text) }
  }

  /// Returns the SHA-256 of every SQL file, by the path under which the superuser's setup registers it.
  func registered() throws -> [String: [UInt8]] {
    let steps = try migrations() + views() + functions()
    return Dictionary(uniqueKeysWithValues: steps.map { ($0.registeredPath, $0.checksum) })
  }

  /// Returns the content as one object, its documents by name.
  func content() throws -> MigrationStep {
    let files = try ShareDirectory.contentFiles(in: share)
    guard let version = try files["pack"].map({ try JSON(parsing: $0) })?["version"]?.string else {
      throw Refusal.invalid("content/pack.json has no version")
    }
    let members = try files.sorted { $0.key < $1.key }.map { name, bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Refusal.invalid("\(name).json is not UTF-8")
      }
      return "\"\(name)\":\(text)"
    }
    return MigrationStep(kind: .content, name: version, text: "{\(members.joined(separator: ","))}")
  }

  /// - Throws: `Refusal.invalid` for content with a fault.
  func checkContent() throws {
    do {
      _ = try ContentPack(files: ShareDirectory.contentFiles(in: share))
    } catch let error as ContentPackError {
      throw Refusal.invalid("the content has faults (\(error.faults.count)); `plumbline content check` names them")
    }
  }

  private func inReadingOrder(_ files: [SQLFile]) -> [SQLFile] {
    var sorted: [SQLFile] = []
    var visited: Set<String> = []
    func visit(_ file: SQLFile) {
      guard visited.insert(file.name).inserted else { return }
      for other in files where file.text.contains("clinic.\(other.name.dropLast(4))") { visit(other) }
      sorted.append(file)
    }
    files.forEach(visit)
    return sorted
  }

  /// Returns the SQL files below a folder, by path.
  private func sql(in folder: String) throws -> [SQLFile] {
    let root = share.appending(path: folder)
    guard let names = FileManager.default.enumerator(atPath: root.path) else {
      throw Refusal.notFound(kind: "folder \(root.path)")
    }
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".sql") }.sorted()
      .map { ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
  }
}
