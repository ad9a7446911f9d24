import CZlib

/// Compression as zlib streams (RFC 1950).
enum Deflate {
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(length))
    compress2(&out, &length, bytes, uLong(bytes.count), 1)
    return Array(out[..<Int(length)])
  }

  /// Returns the unpacked bytes; nil if they are not a zlib stream or hold more than 256 MB.
  static func unpack(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let packed = Array(bytes)
    var capacity = max(packed.count * 8, 4096)
    while capacity <= 1 << 28 {
      var length = uLongf(capacity)
      var out = [UInt8](repeating: 0, count: capacity)
      switch uncompress(&out, &length, packed, uLong(packed.count)) {
      case Z_OK: return Array(out[..<Int(length)])
      case Z_BUF_ERROR: capacity *= 2
      default: return nil
      }
    }
    return nil
  }
}
