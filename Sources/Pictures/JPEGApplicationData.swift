/// What the application segments of a JPEG say about how its pixels are shown. They are written anew from these few
/// numbers; nothing of the old ones is copied.
struct JPEGApplicationData {
  private(set) var orientation = 1
  private var hasExif = false
  private var isJFIF = false
  /// How Adobe's programs stored the colours; nil without a segment of theirs.
  private var adobeTransform: UInt8?

  mutating func note(_ marker: UInt8, _ content: ArraySlice<UInt8>) {
    switch marker {
    case 0xE0 where content.starts(with: Array("JFIF\0".utf8)): isJFIF = true
    case 0xE1 where content.starts(with: Array("Exif\0\0".utf8)) && !hasExif:
      hasExif = true
      orientation = ExifOrientation.read(content.dropFirst(6)) ?? 1
    case 0xEE where content.starts(with: Array("Adobe".utf8)) && content.count >= 12:
      adobeTransform = content[content.startIndex + 11]
    default: break
    }
  }

  var segments: [UInt8] {
    // Version 1.1, square pixels, no thumbnail.
    let jfif: [UInt8] = [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]
    let adobe = adobeTransform.map { [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, $0] }
    return (isJFIF ? jfif : []) + (orientation == 1 ? [] : ExifOrientation.segment(orientation)) + (adobe ?? [])
  }
}

/// The tag of Exif that says how the camera was held.
enum ExifOrientation {
  private static let tag = 274
  private static let short = 3

  /// Reads the first directory of the TIFF structure that Exif is made of.
  /// - Returns: 1 to 8; nil if it says nothing that can be read.
  static func read(_ tiff: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(tiff.prefix(65_536))
    let isLittle = bytes.starts(with: Array("II*\0".utf8))
    guard isLittle || bytes.starts(with: Array("MM\0*".utf8)) else { return nil }
    func number(at start: Int, _ count: Int) -> Int? {
      guard start >= 0, start + count <= bytes.count else { return nil }
      let digits = bytes[start..<start + count]
      return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(at: 4, 4), let count = number(at: directory, 2) else { return nil }
    for entry in 0..<count {
      let start = directory + 2 + 12 * entry
      guard let tag = number(at: start, 2) else { return nil }
      guard tag == Self.tag else { continue }
      guard number(at: start + 2, 2) == short, number(at: start + 4, 4) == 1, let value = number(at: start + 8, 2),
        (1...8).contains(value)
      else { return nil }
      return value
    }
    return nil
  }

  /// A segment that holds the orientation alone.
  static func segment(_ orientation: Int) -> [UInt8] {
    [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
      + [1, 18, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
  }
}
