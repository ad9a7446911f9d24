import CTurboJPEG

extension Raster {
  init(jpeg bytes: [UInt8]) throws(RasterFault) {
    guard let decoder = tjInitDecompress() else { throw .unreadable }
    defer { tjDestroy(decoder) }
    var (wide, high, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard tjDecompressHeader3(decoder, bytes, UInt(bytes.count), &wide, &high, &sampling, &colours) == 0 else {
      throw .unreadable
    }
    let (width, height) = (Int(wide), Int(high))
    guard width > 0, height > 0 else { throw .unreadable }
    guard width <= PictureFile.mostPixels / height else { throw .tooLarge }
    var pixels = [UInt8](repeating: 0, count: width * height * Self.bytesPerPixel)
    // A few bytes can ask for endless scans of the same pixels.
    let status = tjDecompress2(
      decoder, bytes, UInt(bytes.count), &pixels, wide, 0, high, Int32(TJPF_RGB.rawValue), TJFLAG_LIMITSCANS)
    guard status == 0 else { throw .unreadable }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// - Parameter quality: from 1 to 100.
  func jpeg(quality: Int32) throws(RasterFault) -> [UInt8] {
    guard let encoder = tjInitCompress() else { throw .unreadable }
    defer { tjDestroy(encoder) }
    var (encoded, size): (UnsafeMutablePointer<UInt8>?, UInt) = (nil, 0)
    defer { tjFree(encoded) }
    let status = tjCompress2(
      encoder, pixels, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &encoded, &size,
      Int32(TJSAMP_420.rawValue), quality, 0)
    guard status == 0, let encoded else { throw .unreadable }
    return Array(UnsafeBufferPointer(start: encoded, count: Int(size)))
  }
}
