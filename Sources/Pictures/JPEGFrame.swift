/// The frame header of a JPEG: its size and its components.
struct JPEGFrame {
  let size: PictureFrame
  private let components: [UInt8]

  /// - Parameter content: the segment without its length.
  init(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    var reader = ByteReader(content)
    let precision = try reader.byte()
    let height = try reader.number(bytes: 2)
    let width = try reader.number(bytes: 2)
    let count = Int(try reader.byte())
    guard reader.rest.count == 3 * count, count > 0 else { throw .broken }
    guard precision == 8, count == 1 || count == 3 else { throw .unusual }
    var components: [UInt8] = []
    for _ in 0..<count {
      components.append(try reader.byte())
      let sampling = try reader.byte()
      guard (1...4).contains(sampling >> 4), (1...4).contains(sampling & 15), try reader.byte() <= 3 else {
        throw .broken
      }
    }
    guard Set(components).count == count else { throw .broken }
    self.components = components
    size = try PictureFrame(width: width, height: height)
  }

  /// Checks the header of a scan.
  func checkScan(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    var reader = ByteReader(content)
    let count = Int(try reader.byte())
    guard (1...components.count).contains(count), reader.rest.count == 2 * count + 3 else { throw .broken }
    for _ in 0..<count {
      let component = try reader.byte()
      let tables = try reader.byte()
      guard components.contains(component), tables >> 4 <= 3, tables & 15 <= 3 else { throw .broken }
    }
    let (first, last) = (try reader.byte(), try reader.byte())
    guard first <= last, last <= 63 else { throw .broken }
  }
}

/// The tables of a JPEG, which must fill their segments exactly, so that nothing can hide in them.
enum JPEGTables {
  static func checkQuantization(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    var reader = ByteReader(content)
    repeat {
      let kind = try reader.byte()
      guard kind >> 4 <= 1, kind & 15 <= 3 else { throw .broken }
      _ = try reader.take(kind >> 4 == 0 ? 64 : 128)
    } while !reader.isAtEnd
  }

  static func checkHuffman(_ content: ArraySlice<UInt8>) throws(PictureFault) {
    var reader = ByteReader(content)
    repeat {
      let kind = try reader.byte()
      guard kind >> 4 <= 1, kind & 15 <= 3 else { throw .broken }
      let symbols = try reader.take(16).reduce(0) { $0 + Int($1) }
      guard symbols <= 256 else { throw .broken }
      _ = try reader.take(symbols)
    } while !reader.isAtEnd
  }
}
