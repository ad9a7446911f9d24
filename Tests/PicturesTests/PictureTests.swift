import Foundation
import Testing

@testable import Pictures

struct PictureTests {
  private func fault(_ bytes: [UInt8], _ type: String? = nil) -> PictureFault? {
    do throws(PictureFault) {
      _ = try Picture(cleaning: bytes[...], declaredType: type)
      return nil
    } catch {
      return error
    }
  }

  private func holdsCanary(_ bytes: [UInt8]) -> Bool {
    Data(bytes).firstRange(of: Data(Synthetic.canary.utf8)) != nil
  }

  @Test(arguments: 1...8) func keepsTheOrientationAndNothingElse(_ orientation: Int) throws {
    let picture = try Picture(cleaning: Synthetic.jpeg(orientation: orientation)[...], declaredType: "image/jpeg")
    #expect(picture.kind == .jpeg && picture.orientation == orientation)
    #expect((picture.width, picture.height) == (orientation > 4 ? (480, 640) : (640, 480)))
    #expect(!holdsCanary(picture.bytes))
    let (segments, again) = (try markers(picture.bytes), try Picture(cleaning: picture.bytes[...]))
    #expect(segments == [0xE0] + (orientation == 1 ? [] : [0xE1]) + [0xDB, 0xC4, 0xC0, 0xDA])
    #expect(again == picture)
  }

  /// The markers up to the first scan, read without the module.
  private func markers(_ bytes: [UInt8]) throws -> [UInt8] {
    var found: [UInt8] = []
    var position = 2
    while found.last != 0xDA {
      try #require(bytes[position] == 0xFF)
      found.append(bytes[position + 1])
      position += 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
    }
    return found
  }

  @Test func readsTheOrientationInEitherOrderOfBytes() throws {
    for isLittle in [false, true] {
      let exif = Synthetic.exif(8, littleEndian: isLittle)
      #expect(ExifOrientation.read(exif.dropFirst(6)) == 8)
      for length in 0..<exif.count { _ = ExifOrientation.read(exif[6..<max(6, length)]) }
    }
    #expect(ExifOrientation.read(Synthetic.exif(9).dropFirst(6)) == nil)
    let segment = ExifOrientation.segment(3)
    #expect(ExifOrientation.read(segment[10...]) == 3 && segment.count == 2 + Int(segment[3]))
  }

  @Test func cleansAPNG() throws {
    let picture = try Picture(cleaning: Synthetic.png()[...], declaredType: "image/png")
    #expect(picture.kind == .png && (picture.width, picture.height) == (640, 480) && picture.orientation == 1)
    #expect(!holdsCanary(picture.bytes))
    #expect(
      picture.bytes == PNGCleaner.signature + Synthetic.header() + Synthetic.pixels + Synthetic.chunk("IEND", []))
  }

  @Test func leavesOutWhatCamerasWriteBehindThePicture() throws {
    let canary = Array(Synthetic.canary.utf8)
    let behind: [[UInt8]] = [
      Synthetic.jpeg(), [UInt8](repeating: 0, count: 99), [0, 0, 0, 24] + Array("ftypmp42".utf8) + canary,
      canary + Array("SEFT".utf8),
    ]
    for bytes in behind {
      let picture = try Picture(cleaning: Synthetic.jpeg(after: bytes)[...])
      #expect(!holdsCanary(picture.bytes) && picture.bytes.suffix(2) == [0xFF, 0xD9])
    }
  }

  @Test func refusesWhatIsTwoThingsAtOnce() {
    for other in ["PK\u{3}\u{4}", "<html><script>alert(1)</script>", "%PDF-1.7", "GIF89a", "MZ"] {
      #expect(fault(Synthetic.jpeg(after: Array(other.utf8))) == .appended)
      #expect(fault(Synthetic.png(after: Array(other.utf8))) == .appended)
      #expect(fault(Array(other.utf8) + Synthetic.jpeg()) == .otherKind)
    }
  }

  @Test func refusesAnotherKindThanItIsCalled() {
    #expect(fault(Synthetic.jpeg(), "image/png") == .mislabelled)
    #expect(fault(Synthetic.png(), "image/jpeg") == .mislabelled)
    #expect(fault(Synthetic.png(), "text/html") == .mislabelled)
    #expect(fault(Synthetic.jpeg(), "application/octet-stream") == nil && fault(Synthetic.png(), "image/png") == nil)
  }

  @Test func tellsApplesFormatFromOthers() {
    #expect(fault([0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0]) == .heic)
    #expect(fault([0, 0, 0, 24] + Array("ftypavif".utf8) + [0, 0, 0, 0]) == .otherKind)
    for other in ["GIF89a", "RIFF0000WEBP", "<svg xmlns=", "BM", ""] {
      #expect(fault(Array(other.utf8)) == (other.isEmpty ? .empty : .otherKind))
    }
  }

  @Test func refusesSizesThatNobodyCanUse() {
    #expect(fault(Synthetic.jpeg(width: 16_385, height: 400)) == .tooManyPixels)
    #expect(fault(Synthetic.jpeg(width: 9_000, height: 9_000)) == .tooManyPixels)
    #expect(fault(Synthetic.jpeg(width: 319, height: 4_000)) == .tooFewPixels)
    #expect(fault(Synthetic.jpeg(width: 640, height: 0)) == .broken)
    #expect(fault(Synthetic.png(header: Synthetic.header(width: 30_000, height: 30_000))) == .tooManyPixels)
    #expect(fault(Synthetic.png(header: Synthetic.header(width: 7_000, height: 7_000))) == .broken, "2 kB for 147 MB")
  }

  @Test func refusesWhatMovesOrIsSeldomShown() {
    #expect(fault(Synthetic.png(extra: Synthetic.chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]))) == .animated)
    let (tables, scan) = (Synthetic.tables, Synthetic.scan())
    func jpeg(_ frame: [UInt8]) -> [UInt8] { Synthetic.jpeg(body: tables + frame + scan) }
    #expect(fault(jpeg(Synthetic.frame(width: 640, height: 480, marker: 0xC9))) == .unusual, "arithmetic coding")
    #expect(fault(jpeg(Synthetic.frame(width: 640, height: 480, marker: 0xC3))) == .unusual, "lossless")
    #expect(fault(jpeg(Synthetic.frame(width: 640, height: 480, components: 4))) == .unusual, "four colours")
    #expect(fault(jpeg(Synthetic.frame(width: 640, height: 480, precision: 12))) == .unusual)
    #expect(fault(jpeg(Synthetic.frame(width: 640, height: 480, marker: 0xC2))) == nil, "progressive")
  }

  @Test func refusesWhatIsBroken() {
    let (tables, frame, scan) = (Synthetic.tables, Synthetic.frame(width: 640, height: 480), Synthetic.scan())
    let bodies: [(String, [UInt8])] = [
      ("no frame", tables + scan), ("no tables", frame + scan), ("no scan", tables + frame),
      ("two frames", tables + frame + frame + scan), ("no pixels", tables + frame + Synthetic.scan(noise: 0)),
      (
        "a table that holds more",
        Synthetic.segment(0xDB, [0] + [UInt8](repeating: 1, count: 70)) + tables + frame + scan
      ),
      ("too many symbols", Synthetic.segment(0xC4, [0] + [UInt8](repeating: 255, count: 300)) + tables + frame + scan),
      ("a component that is not there", tables + Synthetic.frame(width: 640, height: 480, components: 1) + scan),
      ("between segments", tables + [1, 2, 3] + frame + scan),
      ("a marker of no meaning", tables + [0xFF, 1] + frame + scan),
      ("many scans", tables + frame + (0..<65).flatMap { _ in scan }),
    ]
    for (name, body) in bodies { #expect(fault(Synthetic.jpeg(body: body)) == .broken, "\(name)") }
    let (png, pixels) = (Synthetic.png(), Synthetic.pixels)
    let files: [(String, [UInt8])] = [
      ("checksum", png.dropLast() + [0]), ("two headers", Synthetic.png(extra: Synthetic.header())),
      ("apart", Synthetic.png(extra: pixels + Synthetic.chunk("tEXt", []))),
      ("unknown", Synthetic.png(extra: Synthetic.chunk("EVIL", []))),
      ("no zlib", Synthetic.png(pixels: Synthetic.chunk("IDAT", [UInt8](repeating: 0, count: 900)))),
      ("depth", Synthetic.png(header: Synthetic.header(depth: 4))),
      ("palette", Synthetic.png(extra: Synthetic.chunk("PLTE", [1]))),
    ]
    for (name, file) in files { #expect(fault(file) == .broken, "\(name)") }
    for file in [Synthetic.jpeg(), png] {
      for length in 8..<file.count - 1 { #expect(fault(Array(file.prefix(length))) == .broken, "cut at \(length)") }
    }
  }

  /// A thousand files with bytes changed, cut out, put in or copied to elsewhere: none ends the process, and of none is a
  /// byte served that is not of the picture.
  @Test func servesNoMetadataOfAThousandHostileFiles() throws {
    var random = Generator(state: 20_261_129)
    var taken = 0
    for number in 0..<1_000 {
      var file = number.isMultiple(of: 3) ? Synthetic.png() : Synthetic.jpeg(orientation: number % 9)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 2..<file.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: file[place] = UInt8.random(in: 0...255, using: &random)
        case 1: file[place] = 0xFF
        case 2: file.removeSubrange(place..<min(file.count, place + Int.random(in: 1...40, using: &random)))
        case 3: file.insert(contentsOf: Synthetic.segment(0xE5, Array(Synthetic.canary.utf8)), at: place)
        case 4: file.insert(contentsOf: Synthetic.chunk("zTXt", Array(Synthetic.canary.utf8)), at: place)
        default: file.append(contentsOf: file[place..<min(file.count, place + 30)])
        }
        if file.count < 10 { break }
      }
      guard let picture = try? Picture(cleaning: file[...]) else { continue }
      taken += 1
      let again = try Picture(cleaning: picture.bytes[...])
      #expect(again == picture)
      if !isAmongPixels(file) { #expect(!holdsCanary(picture.bytes), "file \(number)") }
    }
    #expect(taken > 0)
  }

  /// Whether the canary was put among the compressed pixels, which nobody can tell from pixels without decoding them.
  private func isAmongPixels(_ file: [UInt8]) -> Bool {
    let data = Data(file)
    let begin = data.firstRange(of: Data(file.starts(with: [0xFF]) ? [0xFF, 0xDA] : Array("IDAT".utf8)))
    guard let begin, let last = data.ranges(of: Data(Synthetic.canary.utf8)).last else { return false }
    return last.lowerBound > begin.upperBound
  }

  @Test func saysWhatToDoAboutEveryFault() {
    for fault in PictureFault.allCases { #expect(pictureWords.sentence(for: fault).split(separator: ". ").count > 1) }
  }
}

private struct Generator: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
