import Foundation

/// A body of the type `multipart/form-data` (RFC 7578), read strictly and where it lies: no part is copied.
///
/// It takes what browsers send and nothing else: no preamble, no epilogue, no header field but the two that browsers
/// write, no other encoding of a part.
package struct MultipartForm: Sendable {
  package struct Part: Sendable {
    package let name: String
    /// Nil for a field that is no file; empty when no file was chosen.
    package let fileName: String?
    /// In lower case.
    package let contentType: String?
    package let content: ArraySlice<UInt8>
  }

  /// The parts in the order sent.
  package let parts: [Part]

  /// - Parameter contentType: the request's.
  /// - Throws: `MultipartError`, also for a content type without a usable boundary.
  package init(
    decoding body: [UInt8], contentType: String, limits: MultipartLimits = MultipartLimits()
  ) throws(MultipartError) {
    guard let delimiter = MultipartBoundary(contentType: contentType)?.delimiter else { throw .noBoundary }
    // The first boundary has no line break before it.
    guard body.starts(with: delimiter.dropFirst(2)) else { throw .notAtStart }
    var parts: [Part] = []
    var position = delimiter.count - 2
    while !body[position...].starts(with: Self.end) {
      guard body[position...].starts(with: Self.lineBreak) else { throw .malformedBoundary }
      guard parts.count < limits.parts else { throw .tooManyParts }
      var head = PartHead()
      position = try head.read(body, from: position + 2, limits)
      // From the empty line on: a boundary right behind it would end the part for other readers, and be content for us.
      guard let end = body.firstIndex(of: delimiter, from: position - 2) else { throw .unfinished }
      guard end >= position else { throw .malformedBoundary }
      parts.append(try head.part(body[position..<end]))
      position = end + delimiter.count
    }
    guard position + Self.end.count == body.count else { throw .afterEnd }
    guard !parts.isEmpty else { throw .noParts }
    self.parts = parts
  }

  private static let lineBreak = Array("\r\n".utf8)
  private static let end = Array("--\r\n".utf8)

  /// The part of a name that may be sent once.
  /// - Throws: `MultipartError.duplicate` when it was sent twice.
  package func part(_ name: String) throws(MultipartError) -> Part? {
    let found = parts.filter { $0.name.utf8.elementsEqual(name.utf8) }
    guard found.count <= 1 else { throw .duplicate }
    return found.first
  }
}

package struct MultipartLimits: Sendable {
  package var parts = 8
  /// The size of the header fields of one part.
  package var headBytes = 1_000
  package init() {}
}

package enum MultipartError: Error, Sendable, Hashable {
  case noBoundary, notAtStart, malformedBoundary, tooManyParts, unfinished, afterEnd, noParts
  case headTooLarge, malformedHead, unknownField, duplicate
}

extension [UInt8] {
  /// The first place of a sequence at or after a position. It begins with a byte that it does not have again, so that a
  /// search costs no more than two looks at each byte.
  fileprivate func firstIndex(of sequence: [UInt8], from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var position = start
      while position + sequence.count <= bytes.count,
        let found = memchr(base + position, Int32(sequence[0]), bytes.count - sequence.count - position + 1)
      {
        position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if memcmp(base + position, sequence, sequence.count) == 0 { return position }
        position += 1
      }
      return nil
    }
  }
}
