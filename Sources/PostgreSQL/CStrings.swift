import Glibc

/// Swift strings as C expects them.
enum CStrings {
  /// Calls `body` with an array of pointers to NUL-terminated copies, valid only during the call. Nil becomes a null
  /// pointer.
  static func withPointers<Result>(
    _ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    var bytes: [UInt8] = []
    var offsets: [Int?] = []
    for string in strings {
      offsets.append(string == nil ? nil : bytes.count)
      guard var string else { continue }
      string.withUTF8 { bytes.append(contentsOf: $0) }
      bytes.append(0)
    }
    return bytes.withUnsafeBytes { bytes in
      let characters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in offset.flatMap { characters?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}

extension String {
  /// Whether the string contains a NUL, where C would take it to end.
  var containsNUL: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0, bytes.count) != nil
    }
  }
}
