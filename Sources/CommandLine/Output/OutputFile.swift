import Foundation

/// A file, device or pipe that the person named.
///
/// A regular file is written beside its place and moved there, so that a full disk leaves no half plan: a new one for its
/// owner alone, an existing one with its mode and owner. Of a symbolic link the target is written.
struct OutputFile {
  let path: String

  func write(_ bytes: [UInt8]) throws {
    do {
      try store(bytes)
    } catch  where !error.readerIsGone {
      throw CommandError(unwritten: error, path)
    } catch {}
  }

  /// Writes for a reader who must get it.
  ///
  /// - Throws: `WriteFailure`, also when the reader of a pipe has gone.
  func deliver(_ bytes: [UInt8]) throws(WriteFailure) { try store(bytes) }

  private func store(_ bytes: [UInt8]) throws(WriteFailure) {
    guard let present = try Self.status(of: path) else { return try replace(try target(), with: bytes, nil) }
    switch present.st_mode & S_IFMT {
    case S_IFDIR: throw WriteFailure(code: EISDIR)
    case _ where present.isSame(as: STDOUT_FILENO): try CheckedWriting.write(bytes, to: STDOUT_FILENO)
    case S_IFREG: try replace(try target(), with: bytes, present)
    default: try overwrite(path, with: bytes, O_WRONLY)
    }
  }

  /// Returns the path after following symbolic links at its end; what it names need not exist.
  private func target() throws(WriteFailure) -> String {
    var place = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else { return place }
      place = next.hasPrefix("/") ? next : Self.folder(of: place) + "/" + next
    }
    throw WriteFailure(code: ELOOP)
  }

  /// - Parameter present: the status of the file that is there, if there is one.
  private func replace(_ place: String, with bytes: [UInt8], _ present: stat?) throws(WriteFailure) {
    if present != nil { try WriteFailure.check(access(place, W_OK)) }
    let name = "\(Self.folder(of: place))/.plumbline-\(UUID().uuidString)"
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor != -1 else {
      // Of a file in a folder where nothing can be added, only the content can be replaced.
      guard present != nil else { throw WriteFailure(code: errno) }
      return try overwrite(place, with: bytes, O_WRONLY | O_TRUNC)
    }
    do throws(WriteFailure) {
      let isKept = if let present { try Self.keep(present, descriptor) } else { true }
      if isKept {
        try CheckedWriting.write(bytes, to: descriptor)
        try WriteFailure.check(fsync(descriptor))
      }
      try CheckedWriting.close(descriptor)
      guard isKept else {
        unlink(name)
        return try overwrite(place, with: bytes, O_WRONLY | O_TRUNC)
      }
      try WriteFailure.check(rename(name, place))
    } catch {
      unlink(name)
      throw error
    }
  }

  /// Gives the new file the owner and mode of the one that it replaces.
  ///
  /// - Returns: whether this account may.
  private static func keep(_ file: stat, _ descriptor: Int32) throws(WriteFailure) -> Bool {
    if fchown(descriptor, file.st_uid, file.st_gid) == -1 {
      guard errno == EPERM else { throw WriteFailure(code: errno) }
      return false
    }
    try WriteFailure.check(fchmod(descriptor, file.st_mode & 0o7777))
    return true
  }

  private func overwrite(_ place: String, with bytes: [UInt8], _ way: Int32) throws(WriteFailure) {
    let descriptor = try WriteFailure.check(open(place, way | O_CLOEXEC))
    do {
      try CheckedWriting.write(bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    try CheckedWriting.close(descriptor)
  }

  /// Returns the status of what a path names; nil when there is nothing.
  private static func status(of path: String) throws(WriteFailure) -> stat? {
    var status = stat()
    if stat(path, &status) == 0 { return status }
    guard errno == ENOENT else { throw WriteFailure(code: errno) }
    return nil
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}

extension stat {
  fileprivate func isSame(as descriptor: Int32) -> Bool {
    var other = stat()
    return fstat(descriptor, &other) == 0 && other.st_dev == st_dev && other.st_ino == st_ino
  }
}

extension CommandError {
  fileprivate init(unwritten failure: WriteFailure, _ path: String) {
    self.init(
      .failed, "\(path) could not be written.", why: failure.reason,
      next: "Choose another place with -o FILE; nothing was lost.")
  }
}
