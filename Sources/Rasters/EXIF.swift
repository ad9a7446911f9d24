/// What is read of a camera's metadata before it goes: how the camera was held.
enum EXIF {
  /// Returns the orientation from 1 to 8 (EXIF 2.3, tag 0x0112); nil where the file does not say.
  static func orientation(of jpeg: [UInt8]) -> Int? {
    var place = 2
    while place + 4 <= jpeg.count, jpeg[place] == 0xFF {
      let (marker, length) = (jpeg[place + 1], Int(jpeg[place + 2]) << 8 | Int(jpeg[place + 3]))
      // From the start of the scan on there is no more metadata.
      if marker == 0xDA || length < 2 { return nil }
      let segment = jpeg[min(place + 4, jpeg.count)..<min(place + 2 + length, jpeg.count)]
      if marker == 0xE1, segment.starts(with: Array("Exif\0\0".utf8)) { return orientation(in: segment.dropFirst(6)) }
      place += 2 + length
    }
    return nil
  }

  /// - Parameter tiff: the block that is laid out as a TIFF file.
  private static func orientation(in tiff: ArraySlice<UInt8>) -> Int? {
    let isLittle = tiff.first == UInt8(ascii: "I")
    func number(at offset: Int, bytes: Int) -> Int? {
      let start = tiff.startIndex + offset
      guard offset >= 0, start + bytes <= tiff.endIndex else { return nil }
      let slice = tiff[start..<start + bytes]
      return (isLittle ? Array(slice.reversed()) : Array(slice)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
    for entry in 0..<count {
      let start = directory + 2 + 12 * entry
      guard let tag = number(at: start, bytes: 2) else { return nil }
      if tag == 0x0112 { return number(at: start + 8, bytes: 2) }
    }
    return nil
  }
}
