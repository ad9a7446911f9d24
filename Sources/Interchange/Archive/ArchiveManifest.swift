import Clinical
import Cryptography
import Foundation
import JSON
import Records

/// What an archive holds: the first file in it.
package struct ArchiveManifest: Sendable {
  package static let path = "manifest.json"
  package static let format = "plumbline-archive"
  /// Raised when a reader of the version before would misread the files.
  package static let version = 1

  /// A file of the archive.
  package struct File: Sendable, Hashable {
    package let path: String
    package let size: Int
    package let sha256: String
    /// The number of its lines, one a record; nil for a document.
    package let records: Int?
  }

  package let practice: Practice.ID
  package let practiceName: String
  package let madeAt: Date
  /// The client whose records these are; nil for the whole practice.
  package let client: Client.ID?
  /// The last entry of the audit that is in it, with its hash; nil for one client.
  package let auditHead: AuditHead?
  /// The names of those whom a client's copy names by id; the archive of a practice has them among its records.
  package var practitioners: [Practitioner.ID: String] = [:]
  package let files: [File]

  package var records: Int { files.reduce(0) { $0 + ($1.records ?? 0) } }

  package func count(of noun: String) -> Int { files.first { $0.path == "\(noun).jsonl" }?.records ?? 0 }

  var json: JSON {
    [
      "format": .string(Self.format), "version": .integer(Self.version), "made_at": .string(madeAt.formatted(.iso8601)),
      "practice": ["id": .string("\(practice)"), "name": .string(practiceName)],
      "client": client.map { .string("\($0)") } ?? .null,
      "audit_head": auditHead.map {
        ["sequence": .integer($0.sequence), "hash": .string($0.hash.hexadecimal)]
      } ?? .null,
      "practitioners": .object(
        practitioners.map { JSON.Member("\($0.key)", .string($0.value)) }.sorted { $0.key < $1.key }),
      "files": .array(
        files.map { file in
          [
            "path": .string(file.path), "bytes": .integer(file.size), "sha256": .string(file.sha256),
            "records": file.records.map { .integer($0) } ?? .null,
          ]
        }),
    ]
  }
}

extension ArchiveManifest {
  /// Reads the manifest of an archive that this program, or another of its version, has made.
  ///
  /// - Throws: `UnreadableArchive.foreign` for what is none, `.newer`.
  init(parsing bytes: [UInt8]) throws(UnreadableArchive) {
    guard let json = try? JSON(parsing: bytes), json["format"]?.string == Self.format,
      let version = json["version"]?.integer
    else { throw .foreign }
    guard version <= Self.version else { throw .newer(version: version) }
    guard let practice = json["practice"]?["id"]?.id(of: Practice.self), let name = json["practice"]?["name"]?.string,
      let madeAt = json["made_at"]?.string.flatMap({ try? Date($0, strategy: .iso8601) }),
      let files = json["files"]?.array?.compactMap(File.init), files.count == json["files"]?.array?.count,
      Set(files.map(\.path)).count == files.count
    else { throw .damaged(path: Self.path) }
    let head = json["audit_head"].flatMap { head -> AuditHead? in
      guard let sequence = head["sequence"]?.integer,
        let hash = head["hash"]?.string.flatMap([UInt8].init(hexadecimal:))
      else { return nil }
      return AuditHead(practice: practice, sequence: sequence, hash: hash, at: madeAt)
    }
    let practitioners = (json["practitioners"]?.members ?? []).compactMap { member in
      JSON.string(member.key).id(of: Practitioner.self).map { ($0, member.value.string ?? "") }
    }
    self.init(
      practice: practice, practiceName: name, madeAt: madeAt, client: json["client"]?.id(of: Client.self),
      auditHead: head, practitioners: Dictionary(practitioners) { first, _ in first }, files: files)
  }
}

extension ArchiveManifest.File {
  fileprivate init?(_ json: JSON) {
    guard let path = json["path"]?.string, let size = json["bytes"]?.integer, size >= 0,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(path: path, size: size, sha256: sha256, records: json["records"]?.integer)
  }
}

extension JSON {
  /// The string as the id of a record.
  func id<Record>(of kind: Record.Type) -> RecordID<Record>? {
    string.flatMap(UUID.init(uuidString:)).map(RecordID.init)
  }
}

/// Counts and hashes what a file of an archive will hold.
struct FileDigest {
  private var hash = SHA256()
  private(set) var size = 0
  private(set) var lines = 0

  mutating func add(_ bytes: [UInt8], lines: Int = 0) {
    hash.update(bytes)
    size += bytes.count
    self.lines += lines
  }

  func file(_ path: String, isTable: Bool) -> ArchiveManifest.File {
    ArchiveManifest.File(
      path: path, size: size, sha256: hash.finalized().hexadecimal, records: isTable ? lines : nil)
  }
}
