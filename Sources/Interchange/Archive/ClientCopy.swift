import Foundation
import JSON
import Records

/// Everything that is kept of one client, as a copy for them: the records, what was printed, and a sheet that says what it is.
package struct ClientCopy: Sendable {
  /// A page to read, such as an intake in words.
  package struct Page: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  private let files: [(path: String, bytes: [UInt8], records: Int?)]
  private let client: Client.ID
  private let practice: Practice.ID
  private let practiceName: String
  private let practitioners: [Practitioner.ID: String]

  /// - Parameters:
  ///   - pages: what is added for people to read, the cover sheet first.
  ///   - colleagues: those who work, or worked, in the practice; the copy names those who are in its records.
  package init(
    of client: Client.ID, _ records: [ExportedRecord], _ pages: [Page], practice: Practice.ID, practiceName: String,
    colleagues: [Colleague]
  ) {
    let tables = PracticeArchive.nouns.compactMap { noun -> (path: String, bytes: [UInt8], records: Int?)? in
      let lines = records.filter { $0.noun == noun }.map { $0.text + "\n" }
      return lines.isEmpty ? nil : ("\(noun).jsonl", Array(lines.joined().utf8), lines.count)
    }
    files = pages.map { ($0.path, $0.bytes, nil) } + tables
    self.client = client
    self.practice = practice
    self.practiceName = practiceName
    let named = colleagues.filter { colleague in records.contains { $0.text.contains("\"\(colleague.id)\"") } }
    practitioners = Dictionary(named.map { ($0.id, $0.displayName) }) { first, _ in first }
  }

  package func write(
    _ format: ArchiveWriter.Format, to descriptor: Int32, madeAt: Date
  ) throws(ArchiveFault) -> ArchiveManifest {
    let manifest = ArchiveManifest(
      practice: practice, practiceName: practiceName, madeAt: madeAt, client: client, auditHead: nil,
      practitioners: practitioners,
      files: files.map { file in
        var digest = FileDigest()
        digest.add(file.bytes, lines: file.records ?? 0)
        return digest.file(file.path, isTable: file.records != nil)
      })
    let writer = try ArchiveWriter(format, to: descriptor, madeAt: madeAt)
    for file in files { try writer.add(file.path, file.bytes) }
    try writer.add(ArchiveManifest.path, Array((manifest.json.indentedText + "\n").utf8))
    try writer.add(ArchiveReadme.path, Array(ArchiveReadme.text.utf8))
    try writer.close()
    return manifest
  }
}
