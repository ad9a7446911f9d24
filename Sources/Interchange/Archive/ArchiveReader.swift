import CArchive

/// Reads a tar, or a zip, from a descriptor as it comes, through libarchive. Nothing is unpacked onto a disk, so a path is
/// nothing but a name.
final class ArchiveReader {
  private static let piece = 1 << 16

  private let archive: OpaquePointer

  /// - Throws: `UnreadableArchive.foreign` where the bytes are neither.
  init(from descriptor: Int32) throws {
    guard let archive = archive_read_new() else { throw ArchiveFault(reason: "out of memory") }
    self.archive = archive
    // No decompression of the whole: a small file cannot become an endless one.
    for result in [archive_read_support_format_tar(archive), archive_read_support_format_zip_streamable(archive)]
    where result != ARCHIVE_OK && result != ARCHIVE_WARN {
      throw ArchiveFault(reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
    guard archive_read_open_fd(archive, descriptor, Self.piece) == ARCHIVE_OK else { throw UnreadableArchive.foreign }
  }

  deinit { archive_read_free(archive) }

  /// Goes on to the next file, and returns its path; nil after the last.
  func next() throws(UnreadableArchive) -> String? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_OK, ARCHIVE_WARN: break
    case ARCHIVE_EOF: return nil
    default: throw archive_file_count(archive) == 0 ? .foreign : .brokenOff
    }
    return archive_entry_pathname_utf8(entry).map { String(cString: $0) } ?? ""
  }

  /// Returns the next bytes of the file; none after its end.
  func read() throws(UnreadableArchive) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.piece)
    let count = bytes.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw .brokenOff }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
