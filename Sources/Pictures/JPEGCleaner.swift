import Foundation

/// Copies the picture of a JPEG (ITU-T T.81) and nothing else.
struct JPEGCleaner {
  /// The markers, each behind a byte of 255.
  private enum Marker {
    static let start: UInt8 = 0xD8
    static let end: UInt8 = 0xD9
    static let scan: UInt8 = 0xDA
    static let quantization: UInt8 = 0xDB
    static let restartInterval: UInt8 = 0xDD
    static let huffman: UInt8 = 0xC4
    static let frames: ClosedRange<UInt8> = 0xC0...0xC2
    static let otherFrames: ClosedRange<UInt8> = 0xC3...0xCF
    static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
    static let applications: ClosedRange<UInt8> = 0xE0...0xEF
    static let comment: UInt8 = 0xFE
  }

  /// Each scan makes a browser go over the whole picture once more; cameras write one, progressive files about ten.
  private static let mostScans = 64

  private var reader: ByteReader
  private var frame: JPEGFrame?
  private var application = JPEGApplicationData()
  private var scans = 0
  private var hasQuantization = false
  private var hasHuffman = false
  /// The segments and scans to keep, in their order.
  private var kept: [ArraySlice<UInt8>] = []

  /// - Returns: the size of the stored pixels, the orientation, and the file without everything else.
  static func clean(
    _ file: ArraySlice<UInt8>
  ) throws(PictureFault) -> (frame: PictureFrame, orientation: Int, bytes: [UInt8]) {
    var cleaner = JPEGCleaner(reader: ByteReader(file.dropFirst(2)))
    try cleaner.readSegments()
    guard let frame = cleaner.frame, cleaner.scans > 0 else { throw .broken }
    guard Appendix.isOfACamera(cleaner.reader.rest) else { throw .appended }
    var bytes: [UInt8] = [0xFF, Marker.start] + cleaner.application.segments
    for piece in cleaner.kept { bytes += piece }
    bytes += [0xFF, Marker.end]
    return (frame.size, cleaner.application.orientation, bytes)
  }

  private init(reader: ByteReader) { self.reader = reader }

  private mutating func readSegments() throws(PictureFault) {
    while true {
      let marker = try nextMarker()
      guard marker != Marker.end else { return }
      let content = try segment()
      switch marker {
      case Marker.frames:
        guard frame == nil else { throw .broken }
        frame = try JPEGFrame(content)
      case Marker.quantization:
        try JPEGTables.checkQuantization(content)
        hasQuantization = true
      case Marker.huffman:
        try JPEGTables.checkHuffman(content)
        hasHuffman = true
      case Marker.restartInterval: guard content.count == 2 else { throw .broken }
      case Marker.scan: try beginScan(content)
      case Marker.otherFrames: throw .unusual
      case Marker.applications:
        application.note(marker, content)
        continue
      case Marker.comment: continue
      default: throw .broken
      }
      // Bytes of 255 that only fill are not copied.
      kept.append([0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)])
      kept.append(content)
      if marker == Marker.scan { try readScan() }
    }
  }

  /// A marker may have more than one byte of 255 before it.
  private mutating func nextMarker() throws(PictureFault) -> UInt8 {
    guard try reader.byte() == 0xFF else { throw .broken }
    while true {
      let byte = try reader.byte()
      if byte != 0xFF { return byte }
    }
  }

  private mutating func segment() throws(PictureFault) -> ArraySlice<UInt8> {
    let length = try reader.number(bytes: 2)
    guard length >= 2 else { throw .broken }
    return try reader.take(length - 2)
  }

  private mutating func beginScan(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    guard let frame, hasQuantization, hasHuffman else { throw .broken }
    try frame.checkScan(content)
    scans += 1
    guard scans <= Self.mostScans else { throw .broken }
  }

  /// Keeps the compressed pixels up to the next marker that is no restart.
  private mutating func readScan() throws(PictureFault) {
    let data = reader.rest
    let end = data.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      var position = 0
      while position + 1 < bytes.count, let found = memchr(base + position, 0xFF, bytes.count - position - 1) {
        position = UnsafeRawPointer(found) - base
        let next = bytes[position + 1]
        guard next == 0 || Marker.restarts.contains(next) else { return position }
        position += 2
      }
      return nil
    }
    guard let end, end > 0 else { throw .broken }
    kept.append(data.prefix(end))
    reader.skip(to: data.startIndex + end)
  }
}
