import Clinical
import JSON
import Records

/// What the operator needs of an archive: the practice, who works there, and the content that its records were made with.
/// Reading it goes through the whole archive, so a damaged one is found before anything is done.
package struct ArchivedPractice: Sendable {
  package struct Member: Sendable {
    let record: JSON
    package let name: String
    package let login: String
    package let isOwner: Bool
    /// Whether they still work there, and get a login.
    package let isActive: Bool
  }

  package let manifest: ArchiveManifest
  package let members: [Member]
  private let practice: JSON
  private let contents: [(version: String, pack: String)]

  /// - Throws: `UnreadableArchive`.
  package init(_ archive: OpenedArchive) async throws {
    var practices: [JSON] = []
    var members: [Member] = []
    var contents: [(String, String)] = []
    try await archive.files { file, next in
      switch file.path {
      case "practice.jsonl": practices = try Self.records(file, next)
      case "practitioners.jsonl": members = try Self.records(file, next).map { try Member($0, in: file.path) }
      case let path where path.hasPrefix("content/") && path.hasSuffix(".json"):
        let pack = try OpenedArchive.whole(file, next)
        let version = String(path.dropFirst("content/".count).dropLast(".json".count))
        guard Self.isContent(pack, version) else { throw UnreadableArchive.damaged(path: path) }
        contents.append((version, String(decoding: pack, as: UTF8.self)))
      default: break
      }
    }
    guard practices.count == 1, practices[0]["practice_id"]?.string == "\(archive.manifest.practice)" else {
      throw UnreadableArchive.damaged(path: "practice.jsonl")
    }
    manifest = archive.manifest
    practice = practices[0]
    self.members = members
    self.contents = contents
  }

  /// Opens the practice, empty, with the logins of those who work there, and loads content that is not here yet.
  ///
  /// - Parameters:
  ///   - logins: what those get here who get another login than they had, by that one.
  ///   - verifiers: of passwords, by the login here.
  package func admit(by operator: Operator, logins: [String: String], verifiers: [String: String]) async throws {
    for content in contents { _ = try await `operator`.loadContent(version: content.version, pack: content.pack) }
    let members = members.map { member -> JSON in
      let login = logins[member.login] ?? member.login
      let verifier = verifiers[login].map { JSON.string($0) } ?? .null
      return .object((member.record.members ?? []) + [.init("login", .string(login)), .init("verifier", verifier)])
    }
    try await `operator`.admitPractice(practice, members: .array(members))
  }

  private static func records(_ file: ArchiveManifest.File, _ next: () throws -> [UInt8]) throws -> [JSON] {
    let lines = try OpenedArchive.whole(file, next).split(separator: UInt8(ascii: "\n"))
    let records = lines.compactMap { try? JSON(parsing: Array($0)) }
    guard records.count == lines.count else { throw UnreadableArchive.damaged(path: file.path) }
    return records
  }

  /// Whether a document is content that this program can read, in that version: a rule of safety that cannot be read
  /// would not hold.
  private static func isContent(_ bytes: [UInt8], _ version: String) -> Bool {
    guard let files = try? JSON(parsing: bytes).members else { return false }
    let pack = try? ContentPack(files: Dictionary(files.map { ($0.key, $0.value.bytes) }) { first, _ in first })
    return pack?.version == version
  }
}

extension ArchivedPractice.Member {
  fileprivate init(_ record: JSON, in path: String) throws(UnreadableArchive) {
    guard let name = record["display_name"]?.string, let login = record["role_name"]?.string,
      let isOwner = record["is_owner"]?.bool
    else { throw .damaged(path: path) }
    self.init(
      record: record, name: name, login: login, isOwner: isOwner, isActive: record["deactivated_at"] == .null)
  }
}
