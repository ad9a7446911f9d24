import Clinical
import Crypto
import Foundation
import JSON
import PostgreSQL

/// Brings a database to the schema, views, functions and content of a share directory, forward only.
///
/// Each migration, each file of a view or function and each content version is one call and one transaction, which
/// first waits for its turn: killed anywhere it resumes, and two at once take turns and find each other's work done.
package struct Migrator: Sendable {
  package let database: any PostgresClient
  let share: URL

  /// - Parameters:
  ///   - database: connected as plumbline_operator.
  ///   - share: the folder with `migrations`, `views`, `functions` and `content`.
  package init(_ database: any PostgresClient, share: URL) {
    self.database = database
    self.share = share
  }

  /// What there is to apply, in order.
  package func pending() async throws -> [MigrationStep] {
    try await plan().filter { !$0.isApplied }
  }

  /// Applies what is pending.
  /// - Returns: the steps that this call applied; another migrator may have been faster with some.
  package func up() async throws -> [MigrationStep] {
    var applied: [MigrationStep] = []
    // A migration may drop views and functions for the next phase to make again.
    for phase in [migrations, definitions, contents] {
      for step in try await phase() where !step.isApplied {
        if try await apply(step) { applied.append(step) }
      }
    }
    return applied
  }

  /// Every step, applied or not.
  package func plan() async throws -> [MigrationStep] {
    try await migrations() + definitions() + contents()
  }

  private func apply(_ step: MigrationStep) async throws -> Bool {
    switch step.kind {
    case .migration(let number):
      try await database.call("operator.migrate", .int(number), .text(step.name), .text(step.text))
        .only { try $0.flag("migrate") }
    case .view, .function:
      try await database.call("operator.define", .text(step.name), .text(step.text))
        .only { try $0.flag("define") }
    case .content:
      try await Operator(database).loadContent(version: step.name, pack: step.text)
    }
  }

  /// - Throws: `Refusal.conflict` for a database that is newer than these files, or was made from other ones.
  private func migrations() async throws -> [MigrationStep] {
    let steps = try files(in: "migrations").enumerated().map { index, file in
      guard Int(file.name.prefix(4)) == index + 1 else {
        throw Refusal.invalid("migrations are numbered 0001, 0002 ... without a gap; look at \(file.name)")
      }
      return MigrationStep(kind: .migration(index + 1), name: file.name, text: file.text)
    }
    let applied = try await database.call("operator.migrations")
      .decoded { (name: try $0.string("name"), checksum: try $0.data("checksum")) }
    guard applied.count <= steps.count else {
      throw Refusal.conflict("the database is newer than this program (\(applied[steps.count].name)): update it")
    }
    return try zip(steps, applied.map(Optional.some) + repeatElement(nil, count: steps.count - applied.count))
      .map { step, applied in
        guard let applied else { return step }
        guard step.checksum == applied.checksum else {
          throw Refusal.conflict("\(step.name) was changed since the database was made with it")
        }
        return step.applied()
      }
  }

  /// Views first, which functions return; those that the database has with the same text are applied.
  private func definitions() async throws -> [MigrationStep] {
    let defined = try await database.call("operator.routines")
      .decoded { (path: try $0.string("path"), checksum: try $0.data("checksum")) }
    let checksums = Dictionary(uniqueKeysWithValues: defined.map { ($0.path, $0.checksum) })
    let views = inReadingOrder(try files(in: "views"))
      .map { MigrationStep(kind: .view, name: "views/\($0.name)", text: $0.text) }
    let functions = try files(in: "functions").map { MigrationStep(kind: .function, name: $0.name, text: $0.text) }
    return (views + functions).map { checksums[$0.name] == $0.checksum ? $0.applied() : $0 }
  }

  /// Sorts the files of views so that each follows the views that its text names.
  private func inReadingOrder(_ files: [(name: String, text: String)]) -> [(name: String, text: String)] {
    var sorted: [(name: String, text: String)] = []
    var visited: Set<String> = []
    func visit(_ file: (name: String, text: String)) {
      guard visited.insert(file.name).inserted else { return }
      for other in files where file.text.contains("clinic.\(other.name.dropLast(4))") { visit(other) }
      sorted.append(file)
    }
    files.forEach(visit)
    return sorted
  }

  private func contents() async throws -> [MigrationStep] {
    let files = try ShareDirectory.contentFiles(in: share)
    guard let version = try files["pack"].map({ try JSON(parsing: $0) })?["version"]?.string else {
      throw Refusal.invalid("content/pack.json has no version")
    }
    let step = MigrationStep(kind: .content, name: version, text: try contentText(files))
    guard try await hasContentFunctions() else { return [step] }
    let loaded = try await database.call("operator.content_list").decoded { try $0.string("version") }
    return [loaded.contains(version) ? step.applied() : step]
  }

  /// Before the first migration there is nothing that could list content.
  private func hasContentFunctions() async throws -> Bool {
    try await database.call("operator.routines").decoded { try $0.string("path") }
      .contains("operator/content_list.sql")
  }

  /// One object: the documents of the content by name.
  private func contentText(_ files: [String: [UInt8]]) throws -> String {
    let members = try files.sorted { $0.key < $1.key }.map { name, bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Refusal.invalid("\(name).json is not UTF-8")
      }
      return "\"\(name)\":\(text)"
    }
    return "{\(members.joined(separator: ","))}"
  }

  /// SQL files below a folder, by path.
  private func files(in folder: String) throws -> [(name: String, text: String)] {
    let root = share.appending(path: folder)
    guard let names = FileManager.default.enumerator(atPath: root.path) else {
      throw Refusal.notFound(kind: "folder \(root.path)")
    }
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".sql") }.sorted()
      .map { ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
  }
}

/// One thing the migrator applies in one transaction.
package struct MigrationStep: Sendable {
  package enum Kind: Sendable, Hashable {
    case migration(Int)
    case view
    case function
    case content
  }

  package let kind: Kind
  /// The file below its folder, that of a view with its folder, or the version.
  package let name: String
  /// The SQL, or the content as JSON.
  package let text: String
  package let isApplied: Bool

  init(kind: Kind, name: String, text: String, isApplied: Bool = false) {
    self.kind = kind
    self.name = name
    self.text = text
    self.isApplied = isApplied
  }

  var checksum: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  func applied() -> Self { Self(kind: kind, name: name, text: text, isApplied: true) }
}
