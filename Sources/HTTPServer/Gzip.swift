import CZlib

extension Response {
  /// The response, compressed if it is text, the browser accepts gzip and the text is long enough to benefit.
  ///
  /// A page that contains a secret beside text that a stranger chose must not be compressed (BREACH). Strangers choose no
  /// text here: forms from other sites are rejected, and no page repeats text from its address.
  package func compressed(for request: Request) -> Response {
    let accepted = (request.headers["accept-encoding"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
    let isText = headers.contains { $0.name.utf8.equalsIgnoringCase("content-type") && $0.value.hasPrefix("text/") }
    guard isText, body.count >= 512, accepted.contains("gzip"), let packed = Gzip.compress(body) else { return self }
    var response = self
    response.body = packed
    response.headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    return response
  }
}

/// The gzip format (RFC 1952).
enum Gzip {
  /// Pages shrink to about a fifth at this level; higher ones gain a few bytes for more time.
  private static let level: Int32 = 4
  /// zlib's largest window; adding 16 asks it for the framing of gzip.
  private static let windowBits: Int32 = 15 + 16
  private static let memoryLevel: Int32 = 8

  /// Compresses bytes. zlib holds 256 KB meanwhile.
  /// - Returns: nil when zlib gets no memory.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    // Within this bound, one call compresses everything.
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        deflate(&stream, Z_FINISH)
        count = Int(stream.total_out)
      }
    }
  }
}
