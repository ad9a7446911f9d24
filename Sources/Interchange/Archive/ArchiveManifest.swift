import Clinical
import Crypto
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

/// Counts and hashes what a file of an archive will hold.
struct FileDigest {
  private var hash = SHA256()
  private(set) var size = 0
  private(set) var lines = 0

  mutating func add(_ bytes: [UInt8], lines: Int = 0) {
    hash.update(data: bytes)
    size += bytes.count
    self.lines += lines
  }

  func file(_ path: String, isTable: Bool) -> ArchiveManifest.File {
    ArchiveManifest.File(
      path: path, size: size, sha256: Array(hash.finalize()).hexadecimal, records: isTable ? lines : nil)
  }
}

extension Array<UInt8> {
  var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
