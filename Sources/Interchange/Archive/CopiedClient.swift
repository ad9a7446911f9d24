import Care
import Clinical
import Foundation
import JSON
import Records

/// What a practice gave a client as their copy, as another practice takes it over.
package struct CopiedClient: Sendable {
  private static let most = 256 << 20

  package let manifest: ArchiveManifest
  package let name: String
  /// What tells that the practice knows the client already.
  package let traits: PersonTraits
  /// A JSON object of arrays, by noun. The records are left as they are written.
  private let records: String
  private let documents: [ExportedDocument]

  /// Reads a copy, which is compared with its manifest.
  ///
  /// - Throws: `UnreadableArchive`.
  package init(from descriptor: Int32) throws {
    let files = try Self.files(from: descriptor)
    guard let bytes = files[ArchiveManifest.path] else { throw UnreadableArchive.foreign }
    manifest = try ArchiveManifest(parsing: bytes)
    guard let id = manifest.client else { throw UnreadableArchive.wholePractice }
    for file in manifest.files {
      guard let bytes = files[file.path] else { throw UnreadableArchive.brokenOff }
      var digest = FileDigest()
      digest.add(bytes, lines: bytes.count { $0 == UInt8(ascii: "\n") })
      guard digest.file(file.path, isTable: file.records != nil) == file else {
        throw UnreadableArchive.damaged(path: file.path)
      }
    }
    let tables = try PracticeArchive.nouns.compactMap { noun in
      try files["\(noun).jsonl"].map { (noun, try Self.lines($0, in: "\(noun).jsonl")) }
    }
    let clients = try Self.parsed(tables, "clients")
    guard let client = clients.first(where: { $0["id"]?.string == "\(id)" }), let name = client["full_name"]?.string
    else { throw UnreadableArchive.damaged(path: "clients.jsonl") }
    self.name = name
    traits = PersonTraits(
      name: name, email: client["email"]?.string, phone: client["phone"]?.string,
      birthDate: client["birth_date"]?.string.flatMap(CalendarDate.init(iso:)))
    records = "{" + tables.map { "\"\($0)\":[\($1.joined(separator: ","))]" }.joined(separator: ",") + "}"
    documents = try Self.parsed(tables, "plans").flatMap { plan -> [ExportedDocument] in
      guard let id = plan["id"]?.id(of: Plan.self), let shortID = plan["short_id"]?.string else { return [] }
      return IssuedDocument.inCopies.compactMap { variant, ending in
        files["plans/\(shortID).\(ending)"].map { ExportedDocument(plan: id, variant: variant, bytes: $0) }
      }
    }
  }

  /// Takes the client over.
  ///
  /// - Parameter people: who here stands for those whom the records name.
  package func take(to desk: Desk, people: [Practitioner.ID: String]) async throws -> Client {
    try await desk.takeClient(
      records: records, documents: documents, people: people,
      origin: "a copy from \(manifest.practiceName), made on \(manifest.madeAt.formatted(.iso8601))")
  }

  private static func files(from descriptor: Int32) throws -> [String: [UInt8]] {
    let reader = try ArchiveReader(from: descriptor)
    var files: [String: [UInt8]] = [:]
    var size = 0
    while let path = try reader.next() {
      guard files[path] == nil else { throw UnreadableArchive.unexpected(path: path) }
      let bytes = try reader.all(most: most - size)
      size += bytes.count
      files[path] = bytes
    }
    return files
  }

  private static func lines(_ bytes: [UInt8], in path: String) throws -> [String] {
    try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      guard let text = String(validating: line, as: UTF8.self) else { throw UnreadableArchive.damaged(path: path) }
      return text
    }
  }

  private static func parsed(_ tables: [(noun: String, lines: [String])], _ noun: String) throws -> [JSON] {
    try (tables.first { $0.noun == noun }?.lines ?? []).map { line in
      guard let record = try? JSON(parsing: Array(line.utf8)) else {
        throw UnreadableArchive.damaged(path: "\(noun).jsonl")
      }
      return record
    }
  }
}
