import Foundation

/// A file to read, or `-` for standard input.
struct InputFile {
  /// The most bytes that are read. No form, note or set of findings has more.
  private static let limit = 16 << 20

  let path: String

  /// The bytes without a byte order mark.
  func bytes() throws -> [UInt8] {
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
    while data.count <= limit, let more = try file.read(upToCount: 1 << 16), !more.isEmpty {
      data += more
    }
    return data
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
