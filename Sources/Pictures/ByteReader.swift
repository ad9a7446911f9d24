/// Reads numbers of the most significant byte first, and never beyond the end.
struct ByteReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() throws(PictureFault) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .broken }
    return byte
  }

  mutating func number(bytes count: Int) throws(PictureFault) -> Int {
    try take(count).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func take(_ count: Int) throws(PictureFault) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .broken }
    let taken = rest.prefix(count)
    rest = rest.dropFirst(count)
    return taken
  }

  /// Skips what is known to be there.
  mutating func skip(to position: Int) { rest = rest[position...] }
}
