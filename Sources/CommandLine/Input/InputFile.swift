import Foundation

/// A file to read, or `-` for standard input.
struct InputFile {
  /// The most bytes that are read. No form, note or set of findings has more.
  private static let limit = 16 << 20

  let path: String

  /// The bytes without a byte order mark.
  func bytes() throws -> [UInt8] {
    if path == "-" { Self.sayHowToEnd() }
    let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let data = try? file.map(Self.beginning) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw CommandError(
        .usage, "\(path) cannot be read.",
        why: exists ? "It is a folder, or you may not read it." : "There is no such file.",
        next: "Check the path, or give - to read standard input.")
    }
    guard data.count <= Self.limit else {
      throw CommandError(
        .usage, "\(path == "-" ? "the input" : path) is larger than 16 MB.", next: "Check that it is the right file.")
    }
    // Some editors put a byte order mark in front, which means nothing in UTF-8.
    let bytes = Array(data)
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Reads the file up to where it is known to be too long, in pieces, because it may be a pipe.
  private static func beginning(of file: FileHandle) throws -> Data {
    var data = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while data.count <= limit {
      // FileHandle would read on at the end of a terminal's input, which would have to be typed twice.
      let count = read(file.fileDescriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      if count == 0 { break }
      data += piece[..<count]
    }
    return data
  }

  /// Tells a person at a terminal that it waits for them.
  private static func sayHowToEnd() {
    let notes = Terminal(descriptor: STDERR_FILENO, settings: .current)
    guard isatty(STDIN_FILENO) == 1, notes.isTerminal else { return }
    notes.tell("Type it here; Ctrl-D on a line of its own ends it.\n".utf8)
  }

  /// The text without the line break at its end.
  func text() throws -> String {
    guard var text = String(validating: try bytes(), as: UTF8.self) else {
      throw CommandError(.usage, "\(path) is not UTF-8 text.", next: "Save it as UTF-8 and try again.")
    }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
