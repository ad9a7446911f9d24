import CZlib
import Foundation

/// Copies the picture of a PNG (ISO/IEC 15948) and nothing else.
struct PNGCleaner {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private struct Chunk {
    let kind: String
    let content: ArraySlice<UInt8>
    /// With its length and its checksum.
    let whole: ArraySlice<UInt8>
  }

  private var reader: ByteReader
  private var bytes = signature
  private var header: PNGHeader?
  private var kindsSeen: Set<String> = []
  private var lastKind = ""
  private var compressedSize = 0

  /// - Returns: the size of the pixels, and the file without everything else.
  static func clean(_ file: ArraySlice<UInt8>) throws(PictureFault) -> (frame: PictureFrame, bytes: [UInt8]) {
    var cleaner = PNGCleaner(reader: ByteReader(file.dropFirst(signature.count)))
    while cleaner.lastKind != "IEND" { try cleaner.add(cleaner.chunk()) }
    guard cleaner.reader.isAtEnd else { throw .appended }
    guard let header = cleaner.header, header.canComeFrom(compressedSize: cleaner.compressedSize) else { throw .broken }
    return (header.size, cleaner.bytes)
  }

  private init(reader: ByteReader) { self.reader = reader }

  private mutating func chunk() throws(PictureFault) -> Chunk {
    let start = reader.rest
    let length = try reader.number(bytes: 4)
    let body = try reader.take(length + 4)
    guard try reader.number(bytes: 4) == body.checksum else { throw .broken }
    return Chunk(
      kind: String(decoding: body.prefix(4), as: UTF8.self), content: body.dropFirst(4),
      whole: start.prefix(length + 12))
  }

  private mutating func add(_ chunk: Chunk) throws(PictureFault) {
    guard (header == nil) == (chunk.kind == "IHDR") else { throw .broken }
    switch chunk.kind {
    case "IHDR": header = try PNGHeader(chunk.content)
    case "PLTE":
      try requireFirst(chunk, chunk.content.count.isMultiple(of: 3) && (3...768).contains(chunk.content.count))
    case "tRNS": try requireFirst(chunk, (1...256).contains(chunk.content.count))
    case "IDAT":
      guard lastKind == "IDAT" || !kindsSeen.contains("IDAT") else { throw .broken }
      if compressedSize == 0, !chunk.content.isEmpty { try checkStart(chunk.content) }
      compressedSize += chunk.content.count
    case "IEND": guard chunk.content.isEmpty else { throw .broken }
    case "acTL", "fcTL", "fdAT": throw .animated
    default:
      // The case of its first letter says whether a reader may leave a chunk out.
      guard let letter = chunk.kind.utf8.first, letter & 0x20 != 0 else { throw .broken }
      lastKind = chunk.kind
      return
    }
    kindsSeen.insert(chunk.kind)
    lastKind = chunk.kind
    bytes += chunk.whole
  }

  private func requireFirst(_ chunk: Chunk, _ isWellFormed: Bool) throws(PictureFault) {
    guard isWellFormed, !kindsSeen.contains(chunk.kind), !kindsSeen.contains("IDAT") else { throw .broken }
  }

  /// The pixels begin with the header of a zlib stream (RFC 1950 §2.2).
  private func checkStart(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    let start = content.prefix(2).reduce(0) { $0 << 8 | Int($1) }
    guard content.count >= 2, start >> 8 & 15 == 8, start.isMultiple(of: 31) else { throw .broken }
  }
}

/// The header of a PNG.
struct PNGHeader {
  let size: PictureFrame
  private let bitsPerPixel: Int

  init(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    var reader = ByteReader(content)
    let (width, height) = (try reader.number(bytes: 4), try reader.number(bytes: 4))
    let (depth, colour) = (Int(try reader.byte()), try reader.byte())
    let (compression, filter, interlace) = (try reader.byte(), try reader.byte(), try reader.byte())
    let kinds: [UInt8: (channels: Int, depths: Set<Int>)] = [
      0: (1, [1, 2, 4, 8, 16]), 2: (3, [8, 16]), 3: (1, [1, 2, 4, 8]), 4: (2, [8, 16]), 6: (4, [8, 16]),
    ]
    guard reader.isAtEnd, let kind = kinds[colour], kind.depths.contains(depth), compression == 0, filter == 0,
      interlace <= 1
    else { throw .broken }
    size = try PictureFrame(width: width, height: height)
    bitsPerPixel = kind.channels * depth
  }

  /// Deflate makes nothing smaller than a 1,032nd part: what claims more is cut off, or a trap.
  func canComeFrom(compressedSize: Int) -> Bool {
    size.height * (1 + size.width * bitsPerPixel / 8) <= compressedSize * 1_032
  }
}

extension ArraySlice<UInt8> {
  /// The CRC of a chunk's kind and content.
  fileprivate var checksum: Int {
    withUnsafeBufferPointer { bytes in Int(crc32(0, bytes.baseAddress, uInt(bytes.count))) }
  }
}
