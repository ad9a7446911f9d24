import Testing

@testable import Rasters

/// What people bring along as a picture comes out as its pixels and nothing else.
struct PictureFileTests {
  /// Left half red, right half blue, in two rows of different lightness.
  private let scene = Raster(
    width: 64, height: 32,
    pixels: (0..<32).flatMap { y in
      (0..<64).flatMap { x -> [UInt8] in x < 32 ? [y < 16 ? 255 : 120, 0, 0] : [0, 0, y < 16 ? 255 : 120] }
    })

  private func reread(_ jpeg: [UInt8]) throws -> Raster { try Raster(jpeg: jpeg) }

  private func colour(_ raster: Raster, _ x: Int, _ y: Int) -> [Int] {
    (0..<3).map { Int(raster.pixels[(y * raster.width + x) * 3 + $0]) }
  }

  private func isNear(_ colour: [Int], _ other: [Int]) -> Bool { zip(colour, other).allSatisfy { abs($0 - $1) < 40 } }

  /// The scene as a camera writes it: how it was held, and what nobody needs to know.
  private func photograph(orientation: UInt8) throws -> [UInt8] {
    let entries: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1] + entries + [0, 0, 0, 0]
    let exif = Array("Exif\0\0".utf8) + tiff + Array("GPS 47.3769 N Harbour Street".utf8)
    let comment = Array("taken by Quillfeather".utf8)
    func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
      [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }
    return [0xFF, 0xD8] + segment(0xE1, exif) + segment(0xFE, comment) + (try scene.jpeg(quality: 95)).dropFirst(2)
  }

  @Test func nothingButThePixelsIsKept() throws {
    let photograph = try photograph(orientation: 1)
    #expect(String(decoding: photograph, as: UTF8.self).contains("Harbour"))
    let kept = String(decoding: try PictureFile.reencoded(photograph, longest: 640), as: UTF8.self)
    for word in ["Exif", "GPS", "Harbour", "Quillfeather"] { #expect(!kept.contains(word)) }
  }

  /// The colours of the first and the last corner that each orientation comes out with.
  private static let corners: [[[Int]]] = [
    [[255, 0, 0], [0, 0, 120]], [[0, 0, 255], [120, 0, 0]], [[0, 0, 120], [255, 0, 0]], [[120, 0, 0], [0, 0, 255]],
    [[255, 0, 0], [0, 0, 120]], [[120, 0, 0], [0, 0, 255]], [[0, 0, 120], [255, 0, 0]], [[0, 0, 255], [120, 0, 0]],
  ]

  @Test(arguments: 1...8)
  func isTurnedUpright(orientation: Int) throws {
    let photograph = try photograph(orientation: UInt8(orientation))
    let corners = Self.corners[orientation - 1]
    let upright = try reread(PictureFile.reencoded(photograph, longest: 640))
    #expect([upright.width, upright.height] == (orientation < 5 ? [64, 32] : [32, 64]))
    #expect(isNear(colour(upright, 2, 2), corners[0]))
    #expect(isNear(colour(upright, upright.width - 3, upright.height - 3), corners[1]))
  }

  @Test func isReducedToTheMeanOfItsPixels() throws {
    let small = try reread(PictureFile.reencoded(photograph(orientation: 1), longest: 16))
    #expect([small.width, small.height] == [16, 8])
    #expect(isNear(colour(small, 2, 1), [255, 0, 0]) && isNear(colour(small, 13, 6), [0, 0, 120]))
  }

  /// Red, and a red that is wholly transparent and becomes white.
  @Test func readsPNG() throws {
    let raster = try Raster(png: Self.png)
    #expect(raster == Raster(width: 2, height: 1, pixels: [255, 0, 0, 255, 255, 255]))
    #expect(try PictureFile.reencoded(Self.png, longest: 640).starts(with: [0xFF, 0xD8]))
  }

  private static let png: [UInt8] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 2, 0, 0, 0, 1, 8, 6, 0, 0, 0, 244, 34, 127,
    138, 0, 0, 0, 15, 73, 68, 65, 84, 120, 156, 99, 248, 207, 192, 240, 31, 136, 25, 0, 16, 248, 2, 254, 172, 233, 70,
    248, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
  ]

  @Test func damagedAndForeignFilesAreRefused() throws {
    let photograph = try photograph(orientation: 6)
    #expect(throws: RasterFault.unknownFormat) { try PictureFile.reencoded([], longest: 640) }
    #expect(throws: RasterFault.unknownFormat) { try PictureFile.reencoded(Array("GIF89a".utf8), longest: 640) }
    for end in stride(from: 3, to: photograph.count - 2, by: 7) {
      #expect(throws: RasterFault.unreadable) { try PictureFile.reencoded(Array(photograph[..<end]), longest: 640) }
    }
  }

  @Test func aSmallFileThatAsksForEndlessMemoryIsRefused() throws {
    var huge = try scene.jpeg(quality: 80)
    let frame = try #require(huge.indices.dropLast().first { huge[$0] == 0xFF && huge[$0 + 1] == 0xC0 })
    huge.replaceSubrange(frame + 5...frame + 8, with: [0x80, 0, 0x80, 0])
    #expect(throws: RasterFault.tooLarge) { try PictureFile.reencoded(huge, longest: 640) }
    var png = Self.png
    // The size stands behind the name of the first chunk; its checksum has to agree.
    png.replaceSubrange(16..<24, with: [0, 15, 66, 64, 0, 15, 66, 64])
    png.replaceSubrange(29..<33, with: [92, 109, 56, 125])
    #expect(throws: RasterFault.tooLarge) { try PictureFile.reencoded(png, longest: 640) }
  }
}
