import CArchive
import Foundation

/// A fault of writing or reading an archive, in the words of libarchive or of the system.
package struct ArchiveFault: Error, Sendable {
  package let reason: String
}

/// Writes a tar, or a zip, to a descriptor as it goes, through libarchive.
package final class ArchiveWriter {
  package enum Format: Sendable { case tar, zip }

  /// AE_IFREG, a cast that Swift does not import.
  private static let regularFile: UInt32 = 0o100000

  private let archive: OpaquePointer
  private let madeAt: Date

  /// - Parameter madeAt: the time of every file in it.
  package init(_ format: Format, to descriptor: Int32, madeAt: Date) throws(ArchiveFault) {
    guard let archive = archive_write_new() else { throw ArchiveFault(reason: "out of memory") }
    self.archive = archive
    self.madeAt = madeAt
    switch format {
    case .tar:
      try check(archive_write_set_format_pax_restricted(archive))
      // Blocks of a tape would be padded with zeros.
      try check(archive_write_set_bytes_in_last_block(archive, 1))
    case .zip: try check(archive_write_set_format_zip(archive))
    }
    try check(archive_write_open_fd(archive, descriptor))
  }

  deinit { archive_write_free(archive) }

  /// Begins a file, of which exactly `size` bytes are written next.
  package func begin(_ path: String, size: Int) throws(ArchiveFault) {
    guard let entry = archive_entry_new() else { throw ArchiveFault(reason: "out of memory") }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, path)
    archive_entry_set_size(entry, la_int64_t(size))
    archive_entry_set_filetype(entry, Self.regularFile)
    archive_entry_set_perm(entry, 0o600)
    archive_entry_set_mtime(entry, time_t(madeAt.timeIntervalSince1970), 0)
    try check(archive_write_header(archive, entry))
  }

  package func write(_ bytes: [UInt8]) throws(ArchiveFault) {
    let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw fault() }
  }

  package func add(_ path: String, _ bytes: [UInt8]) throws(ArchiveFault) {
    try begin(path, size: bytes.count)
    try write(bytes)
  }

  /// Writes the end of the archive. The descriptor stays open.
  package func close() throws(ArchiveFault) { try check(archive_write_close(archive)) }

  private func check(_ result: Int32) throws(ArchiveFault) {
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw fault() }
  }

  private func fault() -> ArchiveFault {
    ArchiveFault(reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
  }
}
