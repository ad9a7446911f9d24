import Foundation
import JSON
import Records

/// Why an archive is not made.
package enum ArchiveRefusal: Error, Sendable {
  /// Somebody has changed this file's records while they were read.
  case changedMeanwhile(path: String)
}

/// Everything of a practice as one archive, read in pages and written as it is read.
///
/// A file of a tar says its size before its bytes, and the manifest comes first. So everything is read twice: first to
/// count and hash, then to write. When the second reading differs, somebody has changed a record meanwhile, and nothing
/// is made; when it does not, every file is as it was in the moment between the two, and they fit each other.
package struct PracticeArchive: Sendable {
  /// The kinds of records, one file each, as `clinic.archive_nouns` has them.
  package static let nouns = [
    "practice", "practitioners", "short_ids", "items", "templates", "clients", "shares", "notes", "openings", "invites",
    "intakes", "consents", "wishes", "evaluations", "photos", "visits", "plans", "checkins", "erasures", "audit",
  ]
  /// How many records of a noun are in memory at once. A photo is up to 16 MB.
  private static func page(of noun: String) -> Int { noun == "photos" ? 1 : 200 }
  /// Documents are some 50 kB each.
  private static let documentPage = 20

  private let desk: Desk

  package init(at desk: Desk) { self.desk = desk }

  /// Writes the archive, and returns what is in it.
  ///
  /// - Parameter progress: called for each file that was read, first to count it and then to write it.
  package func write(
    _ format: ArchiveWriter.Format, to descriptor: Int32, madeAt: Date, progress: () -> Void
  ) async throws -> ArchiveManifest {
    let me = try await desk.whoAmI()
    let (files, head) = try await count(progress)
    let manifest = ArchiveManifest(
      practice: head.practice, practiceName: me.practiceName, madeAt: madeAt, client: nil, auditHead: head,
      files: files)
    let writer = try ArchiveWriter(format, to: descriptor, madeAt: madeAt)
    try writer.add(ArchiveManifest.path, Array((manifest.json.indentedText + "\n").utf8))
    try writer.add(ArchiveReadme.path, Array(ArchiveReadme.text.utf8))
    var writing = Writing(writer: writer, files: files, next: 0)
    let written = try await writing.run(self, head, progress)
    guard written == files.count else { throw ArchiveRefusal.changedMeanwhile(path: files[written].path) }
    try writer.close()
    return manifest
  }

  private func count(_ progress: () -> Void) async throws -> ([ArchiveManifest.File], AuditHead) {
    var files: [ArchiveManifest.File] = []
    var head = try await desk.auditHead()
    for noun in Self.nouns {
      if noun == "audit" { head = try await desk.auditHead() }
      var digest = FileDigest()
      try await pages(of: noun, until: head) { text, lines in digest.add(text, lines: lines) }
      files.append(digest.file("\(noun).jsonl", isTable: true))
      progress()
    }
    try await documents { path, bytes in
      var digest = FileDigest()
      digest.add(bytes)
      files.append(digest.file(path, isTable: false))
    }
    return (files, head)
  }

  /// Reads the records of a noun, and gives them on as lines, a page at a time. Of the audit no entry after the head: some
  /// are written because it is read.
  fileprivate func pages(of noun: String, until head: AuditHead, _ take: ([UInt8], Int) throws -> Void) async throws {
    var after: String?
    repeat {
      let records = try await desk.exportedRecords(noun, after: after, most: Self.page(of: noun))
      let wanted = noun == "audit" ? records.filter { Int($0.key ?? "") ?? 0 <= head.sequence } : records
      if !wanted.isEmpty { try take(Array(wanted.map { $0.text + "\n" }.joined().utf8), wanted.count) }
      after = wanted.count < records.count ? nil : records.last?.key
    } while after != nil
  }

  /// Reads the documents of issued plans, and the content that records were made with.
  fileprivate func documents(_ take: (String, [UInt8]) throws -> Void) async throws {
    var after: Plan.ID?
    repeat {
      let documents = try await desk.exportedDocuments(after: after, most: Self.documentPage)
      for document in documents { try take(document.path, document.bytes) }
      after = documents.last?.plan
    } while after != nil
    for content in try await desk.exportedContents() {
      try take("content/\(content.version).json", Array((content.pack + "\n").utf8))
    }
  }
}

/// Writes the files that were counted, as long as they are what they were.
private struct Writing {
  let writer: ArchiveWriter
  let files: [ArchiveManifest.File]
  /// The file that comes next.
  var next: Int

  /// - Returns: how many files were there.
  mutating func run(_ archive: PracticeArchive, _ head: AuditHead, _ progress: () -> Void) async throws -> Int {
    for noun in PracticeArchive.nouns {
      var digest = FileDigest()
      let file = files[next]
      try writer.begin(file.path, size: file.size)
      try await archive.pages(of: noun, until: head) { text, lines in
        digest.add(text, lines: lines)
        // More would be cut off by the archive, which has the size already.
        guard digest.size <= file.size else { throw ArchiveRefusal.changedMeanwhile(path: file.path) }
        try writer.write(text)
      }
      try finish(digest.file(file.path, isTable: true))
      progress()
    }
    try await archive.documents { path, bytes in
      var digest = FileDigest()
      digest.add(bytes)
      let file = digest.file(path, isTable: false)
      guard next < files.count, files[next] == file else { throw ArchiveRefusal.changedMeanwhile(path: path) }
      try writer.add(path, bytes)
      next += 1
    }
    return next
  }

  private mutating func finish(_ file: ArchiveManifest.File) throws {
    guard files[next] == file else { throw ArchiveRefusal.changedMeanwhile(path: file.path) }
    next += 1
  }
}

extension ExportedDocument {
  /// Its place in an archive.
  package var path: String {
    let kind = variant.hasPrefix("pdf") ? "pdf" : variant == "text" ? "txt" : "bin"
    return "documents/\(plan)/\(variant).\(kind)"
  }

  /// - Returns: nil when no document has this path.
  init?(path: String, bytes: [UInt8]) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let plan = JSON.string(String(parts[1])).id(of: Plan.self),
      let dot = parts[2].lastIndex(of: ".")
    else { return nil }
    self.init(plan: plan, variant: String(parts[2][..<dot]), bytes: bytes)
    guard self.path == path else { return nil }
  }
}
