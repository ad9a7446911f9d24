import Care
import Clinical
import Foundation
import JSON
import Records

/// Everything that is kept of one client, as a copy for them: the records, what was printed, and a sheet that says what it is.
package struct ClientCopy: Sendable {
  private let files: [(path: String, bytes: [UInt8], records: Int?)]
  private let client: Client.ID
  private let practice: Practice.ID
  private let practiceName: String
  private let practitioners: [Practitioner.ID: String]

  /// How many pages there are to read, beside the cover sheet.
  package let pages: Int

  package init(of client: Client, at desk: Desk) async throws {
    let practice = try await desk.practice()
    let records = try await desk.exportedRecords(of: client.id)
    let pages = try await RecordHandouts(at: desk).pages(of: client.id)
      .map { (path: "\($0.kind)/\($0.shortID).\($0.ending)", bytes: $0.bytes) }
    let cover = CopyCover(
      practice: practice.name, reachedAt: [practice.address, practice.phone, practice.email].compactMap(\.self),
      client: client.fullName, day: try .today(), pages: pages.map(\.path))
    let tables = PracticeArchive.nouns.compactMap { noun -> (path: String, bytes: [UInt8], records: Int?)? in
      let lines = records.filter { $0.noun == noun }.map { $0.text + "\n" }
      return lines.isEmpty ? nil : ("\(noun).jsonl", Array(lines.joined().utf8), lines.count)
    }
    files = [(CopyCover.path, Array(cover.text.utf8), nil)] + pages.map { ($0.path, $0.bytes, nil) } + tables
    self.pages = pages.count
    self.client = client.id
    self.practice = practice.id
    practiceName = practice.name
    // The copy names those who are in its records.
    let named = try await desk.practitioners()
      .filter { colleague in records.contains { $0.text.contains("\"\(colleague.id)\"") } }
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
