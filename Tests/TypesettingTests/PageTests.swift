import Testing

@testable import Typesetting

@Suite struct PageTests {
  private let page = PageFormat(width: 200, height: 120, side: 10, top: 10, bottom: 10)

  private func box(_ height: Double) -> Piece { .box(height: height) { _, _ in } }

  /// The page on which each piece is drawn.
  private func pages(_ pieces: [Piece]) -> [Int] {
    var flow = Flow(page: page)
    flow.place(pieces)
    var number = 1
    return flow.steps.compactMap { step in
      switch step {
      case .turnPage:
        number += 1
        return nil
      case .draw: return number
      default: return nil
      }
    }
  }

  @Test func aPieceThatDoesNotFitOpensTheNextPage() {
    #expect(pages([box(60), box(60)]) == [1, 2])
  }

  @Test func aHeadingStaysWithWhatItHeads() {
    #expect(pages([box(60), .group(heading: true, [box(20)]), box(30)]) == [1, 2, 2])
  }

  @Test func aKeptGroupIsNotSplit() {
    #expect(pages([box(60), .group(kept: true, [box(20), box(30)])]) == [1, 2])
  }

  @Test func aGroupTallerThanAPageUsesItsFallback() {
    #expect(pages([.group(kept: true, [box(150)], fallback: [box(60), box(60)])]) == [1, 2])
  }

  @Test func aGapNeverOpensAPage() {
    #expect(pages([box(90), .gap(40), box(20)]) == [1, 2])
  }

  @Test func whatIsOutsideMarkedContentBecomesAnArtifact() {
    let page = "/P << /MCID 0 >> BDC\nBT (a\\)b) Tj ET\nEMC\n0 0 m 1 1 l S\nq Q\n"
    let marked = String(decoding: ContentStream(Array(page.utf8)).withArtifactsMarked(), as: UTF8.self)
    #expect(marked.contains("/Artifact << /Type /Layout >> BDC\n"))
    #expect(marked.components(of: "EMC") == 2)
    #expect(marked.contains("(a\\)b) Tj"))
  }

  @Test func lettersWithoutTextOutsideMarkedContentAreArtifactsToo() {
    let page = "/Span << /ActualText <feff> >> BDC\nBT (a) Tj ET\nEMC\n/P << /MCID 0 >> BDC\nBT (b) Tj ET\nEMC\n"
    let marked = String(decoding: ContentStream(Array(page.utf8)).withArtifactsMarked(), as: UTF8.self)
    #expect(marked.hasPrefix("/Artifact << /Type /Pagination >> BDC\n/Span"))
    #expect(marked.components(of: "EMC") == 3)
  }

  @Test func aFileThatIsNotCairosIsRefused() {
    #expect(throws: PDF.Failure.self) { try PDFFile(Array("%PDF-1.7\nnothing".utf8)) }
  }

  /// As Cairo 1.18 writes them: objects in a stream, and a stream of where each is.
  @Test func objectsThatAreCompressedAreRead() throws {
    let held = Deflate.pack(Array("2 0\n3 21\n<< /Type /Catalog >>\n(words)\n".utf8))
    var bytes = Array("%PDF-1.5\n".utf8)
    let container = bytes.count
    bytes += Array("1 0 obj\n<< /Type /ObjStm\n   /Length 4 0 R\n   /N 2\n   /First 9\n>>\nstream\n".utf8) + held
    bytes += Array("\nendstream\nendobj\n".utf8)
    let length = bytes.count
    bytes += Array("4 0 obj\n\(held.count)\nendobj\n".utf8)
    let start = bytes.count
    let entries = Deflate.pack(
      [0, 0, 255, 1, UInt8(container), 0, 2, 1, 0, 2, 1, 1, 1, UInt8(length), 0, 1, UInt8(start), 0])
    bytes += Array("5 0 obj\n<< /Type /XRef\n   /Length \(entries.count)\n   /W [1 1 1]\n   ".utf8)
    bytes += Array("/Root 2 0 R\n   /Info 3 0 R\n>>\nstream\n".utf8) + entries
    bytes += Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
    let file = try PDFFile(bytes)
    #expect(file.objects[2].map { String(decoding: $0, as: UTF8.self) } == "<< /Type /Catalog >>")
    #expect(file.objects[3].map { String(decoding: $0, as: UTF8.self) } == "(words)")
    #expect(file.root == 2 && file.information == 3 && file.objects[1] == nil && file.objects[5] == nil)
  }

  @Test func compressionIsUndone() throws {
    let bytes = (0..<5000).map { UInt8($0 % 251) }
    #expect(Deflate.unpack(Deflate.pack(bytes)[...]) == bytes)
    #expect(Deflate.unpack([1, 2, 3]) == nil)
  }

  @Test func aCacheKeepsWhatIsAskedForAndForgetsTheRest() {
    var cache = Cache<Int, Int>(size: 10)
    var made: [Int] = []
    for number in 0..<100 {
      for key in [-1, number] {
        _ = cache.value(for: key) {
          made.append(key)
          return key
        }
      }
    }
    #expect(made.count { $0 == -1 } == 1)
    _ = cache.value(for: 0) {
      made.append(0)
      return 0
    }
    #expect(made.count { $0 == 0 } == 2)
  }

  @Test func aCodeTooLongIsNone() {
    #expect(QRCode("https://example.test")?.size == 25)
    #expect(QRCode(String(repeating: "x", count: 5000)) == nil)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
