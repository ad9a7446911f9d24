import Foundation

@testable import Pictures

/// Files as cameras write them, made here: their headers are true, their pixels are noise. Every segment that is no
/// picture holds the canary.
enum Synthetic {
  static let canary = "CANARY-49.2827,-123.1207"

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  /// A TIFF structure with a maker's name, the orientation and a place.
  static func exif(_ orientation: Int, littleEndian: Bool = false) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
      return littleEndian ? bytes : bytes.reversed()
    }
    let maker = number(271, 2) + number(2, 2) + number(canary.utf8.count, 4) + number(38, 4)
    let turn = number(274, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
    let head = Array((littleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
    return Array("Exif\0\0".utf8) + head + number(2, 2) + maker + turn + number(0, 4) + Array(canary.utf8)
  }

  static let tables: [UInt8] =
    segment(0xDB, [0] + [UInt8](repeating: 16, count: 64))
    + segment(0xC4, [0, 0, 1] + [UInt8](repeating: 0, count: 14) + [5])

  static func frame(width: Int, height: Int, marker: UInt8 = 0xC0, components: Int = 3, precision: UInt8 = 8) -> [UInt8]
  {
    let size = [UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF)]
    let parts = (0..<components).flatMap { number -> [UInt8] in [UInt8(number + 1), number == 0 ? 0x22 : 0x11, 0] }
    return segment(marker, [precision] + size + [UInt8(components)] + parts)
  }

  static func scan(_ components: Int = 3, noise: Int = 400) -> [UInt8] {
    let header = segment(
      0xDA,
      [UInt8(components)] + (0..<components).flatMap { number -> [UInt8] in [UInt8(number + 1), 0] } + [0, 63, 0])
    let pixels = (0..<noise).flatMap { number -> [UInt8] in
      switch number % 50 {
      case 7: [0xFF, 0]
      case 9: [0xFF, 0xD0 + UInt8(number / 50 % 8)]
      default: [UInt8(number * 37 % 251)]
      }
    }
    return header + pixels
  }

  /// A photo as a phone takes it.
  static func jpeg(
    width: Int = 640, height: Int = 480, orientation: Int? = 6, body: [UInt8]? = nil, after: [UInt8] = []
  ) -> [UInt8] {
    let canary = Array(canary.utf8)
    let applications =
      segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
      + (orientation.map { segment(0xE1, exif($0)) } ?? [])
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + canary)
      + segment(0xE2, Array("ICC_PROFILE\0".utf8) + canary) + segment(0xED, canary) + segment(0xFE, canary)
    return [0xFF, 0xD8] + applications + (body ?? tables + frame(width: width, height: height) + scan()) + [0xFF, 0xD9]
      + after
  }

  static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + content
    return number(content.count) + body + number(checksum(body))
  }

  private static func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }

  /// The CRC of ISO/IEC 15948, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var remainder: UInt32 = .max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
    return Int(~remainder)
  }

  static func header(width: Int = 640, height: Int = 480, depth: UInt8 = 8, colour: UInt8 = 2) -> [UInt8] {
    chunk("IHDR", number(width) + number(height) + [depth, colour, 0, 0, 0])
  }

  static let pixels = chunk("IDAT", [0x78, 0x9C] + [UInt8](repeating: 7, count: 2_000))

  static func png(header: [UInt8] = header(), extra: [UInt8] = [], pixels: [UInt8] = pixels, after: [UInt8] = [])
    -> [UInt8]
  {
    let text = chunk("tEXt", Array("Comment\0\(canary)".utf8)) + chunk("eXIf", exif(6))
    return PNGCleaner.signature + header + text + extra + pixels + chunk("tIME", [7, 234, 11, 29, 12, 0, 0])
      + chunk("IEND", []) + after
  }
}
