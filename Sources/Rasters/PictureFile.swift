/// Why a file is not taken as a picture.
package enum RasterFault: Error, Sendable {
  /// Neither PNG nor JPEG.
  case unknownFormat
  /// Damaged, cut short, or of a kind that is not read, such as one with the inks of a printer.
  case unreadable
  /// More pixels than are decoded.
  case tooLarge
}

/// Pictures that people bring along. What is kept of them is their pixels: where and when they were taken, with which
/// camera, and every comment go.
package enum PictureFile {
  /// The most pixels that are decoded: 50 million.
  static let mostPixels = 50_000_000
  private static let quality: Int32 = 82

  /// Reads a PNG or a JPEG and encodes it anew.
  ///
  /// - Parameter longest: the most pixels of the longer side.
  /// - Returns: a JPEG, upright, without metadata; what was transparent is white.
  package static func reencoded(_ bytes: [UInt8], longest: Int) throws(RasterFault) -> [UInt8] {
    let raster: Raster
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      raster = try Raster(png: bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      raster = try Raster(jpeg: bytes).upright(from: EXIF.orientation(of: bytes) ?? 1)
    } else {
      throw .unknownFormat
    }
    return try raster.reduced(toSide: longest).jpeg(quality: quality)
  }
}
