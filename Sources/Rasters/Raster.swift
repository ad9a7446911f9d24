/// A picture as red, green and blue bytes, row by row from the top.
struct Raster: Equatable {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  static let bytesPerPixel = 3

  /// The picture with no side longer than a limit; each pixel is the mean of those it stands for.
  func reduced(toSide longest: Int) -> Raster {
    let side = max(width, height)
    if side <= longest { return self }
    let size = (width: max(1, width * longest / side), height: max(1, height * longest / side))
    var reduced = [UInt8]()
    reduced.reserveCapacity(size.width * size.height * Self.bytesPerPixel)
    for y in 0..<size.height {
      let rows = (y * height / size.height)..<((y + 1) * height / size.height)
      for x in 0..<size.width {
        let columns = (x * width / size.width)..<((x + 1) * width / size.width)
        for channel in 0..<Self.bytesPerPixel {
          var sum = 0
          for row in rows {
            for column in columns { sum += Int(pixels[(row * width + column) * Self.bytesPerPixel + channel]) }
          }
          reduced.append(UInt8(sum / (rows.count * columns.count)))
        }
      }
    }
    return Raster(width: size.width, height: size.height, pixels: reduced)
  }

  /// The picture turned and mirrored as a camera asks for in its metadata.
  ///
  /// - Parameter orientation: from 1 to 8 (EXIF 2.3, tag 0x0112): which edges of the scene the first row and the first
  ///   column are. 1, or a number that means nothing, changes nothing.
  func upright(from orientation: Int) -> Raster {
    guard (2...8).contains(orientation) else { return self }
    let isTurned = orientation >= 5
    let (wide, high) = isTurned ? (height, width) : (width, height)
    var turned = [UInt8]()
    turned.reserveCapacity(pixels.count)
    for y in 0..<high {
      for x in 0..<wide {
        let (column, row) = isTurned ? (y, x) : (x, y)
        let mirrorsColumn = [2, 3, 7, 8].contains(orientation)
        let mirrorsRow = [3, 4, 6, 7].contains(orientation)
        let source = (mirrorsRow ? height - 1 - row : row) * width + (mirrorsColumn ? width - 1 - column : column)
        turned += pixels[(source * Self.bytesPerPixel)..<((source + 1) * Self.bytesPerPixel)]
      }
    }
    return Raster(width: wide, height: high, pixels: turned)
  }
}
