/// The archive of a practice that is read as it comes, and compared with its manifest on the way: every file must be
/// there once, with its size, its SHA-256 and its number of records. Who uses it before the end takes that back when a
/// fault comes.
package final class OpenedArchive {
  /// The most that a manifest, or the content that records were made with, may have.
  private static let most = 64 << 20

  package let manifest: ArchiveManifest
  private let reader: ArchiveReader

  /// Opens an archive, whose manifest comes first.
  ///
  /// - Throws: `UnreadableArchive`.
  package init(from descriptor: Int32) throws {
    reader = try ArchiveReader(from: descriptor)
    guard try reader.next() == ArchiveManifest.path else { throw UnreadableArchive.foreign }
    manifest = try ArchiveManifest(parsing: reader.all(most: Self.most))
    guard manifest.client == nil, manifest.auditHead != nil else { throw UnreadableArchive.copyOfClient }
  }

  /// Gives on every file that the manifest names, in the order of the archive.
  ///
  /// - Parameter take: reads the file piece by piece, as far as it wants it; no bytes are its end.
  /// - Throws: `UnreadableArchive`, and what `take` throws.
  package func files(
    _ take: (ArchiveManifest.File, _ next: () throws -> [UInt8]) async throws -> Void
  ) async throws {
    var expected = Dictionary(manifest.files.map { ($0.path, $0) }) { first, _ in first }
    while let path = try reader.next() {
      if path == ArchiveReadme.path { continue }
      guard let file = expected.removeValue(forKey: path) else { throw UnreadableArchive.unexpected(path: path) }
      var digest = FileDigest()
      let next = {
        let bytes = try self.reader.read()
        digest.add(bytes, lines: file.records == nil ? 0 : bytes.count { $0 == UInt8(ascii: "\n") })
        guard digest.size <= file.size else { throw UnreadableArchive.damaged(path: path) }
        return bytes
      }
      try await take(file, next)
      while try !next().isEmpty {}
      guard digest.file(path, isTable: file.records != nil) == file else { throw UnreadableArchive.damaged(path: path) }
    }
    guard expected.isEmpty else { throw UnreadableArchive.brokenOff }
  }

  /// Reads a file to its end.
  static func whole(_ file: ArchiveManifest.File, _ next: () throws -> [UInt8]) throws -> [UInt8] {
    guard file.size <= most else { throw UnreadableArchive.damaged(path: file.path) }
    var bytes: [UInt8] = []
    while case let piece = try next(), !piece.isEmpty { bytes += piece }
    return bytes
  }
}

extension ArchiveReader {
  /// Reads the file to its end.
  /// - Throws: `UnreadableArchive.tooLarge`.
  func all(most: Int) throws(UnreadableArchive) -> [UInt8] {
    var bytes: [UInt8] = []
    while case let piece = try read(), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= most else { throw .tooLarge }
    }
    return bytes
  }
}
