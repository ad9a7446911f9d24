/// Where the objects of a PDF file are: the table that Cairo 1.16 writes (ISO 32000-1, 7.5.4), or the stream of the same
/// that Cairo 1.18 writes in files of PDF 1.5 (7.5.8). An earlier version would have a table with either, and no
/// replacement text.
struct CrossReference {
  /// The objects that stand by themselves, in the order of the file.
  private(set) var offsets: [(offset: Int, id: Int)] = []
  /// The streams that hold the other objects.
  private(set) var containers: Set<Int> = []
  /// Where the objects end.
  let start: Int
  let root: Int
  let information: Int

  init(of bytes: [UInt8]) throws {
    guard let start = bytes.suffix(64).number(after: "startxref\n"), start < bytes.count else {
      throw PDF.Failure(description: "the file has no cross-reference table")
    }
    let section = bytes[start...]
    guard let root = section.number(after: "/Root "), let information = section.number(after: "/Info ") else {
      throw PDF.Failure(description: "the trailer names no catalog")
    }
    (self.start, self.root, self.information) = (start, root, information)
    if section.starts(with: "xref\n".utf8) { try readTable(section) } else { try readStream(section) }
    offsets.sort { $0.offset < $1.offset }
  }

  private mutating func readTable(_ section: ArraySlice<UInt8>) throws {
    var lines = section.split(separator: 10, omittingEmptySubsequences: false).dropFirst()
    guard let head = lines.popFirst(), head.starts(with: "0 ".utf8), let count = head.number(after: "0 "),
      lines.count > count
    else { throw PDF.Failure(description: "the cross-reference table is not as Cairo writes it") }
    for (id, line) in lines.prefix(count).enumerated() where line.contains(UInt8(ascii: "n")) {
      guard let offset = line.leadingNumber, offset < start else {
        throw PDF.Failure(description: "object \(id) is not before the cross-reference table")
      }
      offsets.append((offset, id))
    }
  }

  private mutating func readStream(_ section: ArraySlice<UInt8>) throws {
    guard section.position(of: "/Type /XRef", in: 100) != nil, let length = section.number(after: "/Length "),
      let content = section.position(of: "stream\n").map({ $0 + 7 }), content + length <= section.endIndex,
      let entries = Deflate.unpack(section[content..<content + length]),
      let widths = section.position(of: "/W [").map({ section[($0 + 4)...].prefix { $0 != UInt8(ascii: "]") } })?
        .split(separator: UInt8(ascii: " ")).compactMap(\.leadingNumber),
      widths.count == 3, widths[0] == 1, widths.allSatisfy({ (1...4).contains($0) })
    else { throw PDF.Failure(description: "the cross-reference stream is not as Cairo writes it") }
    let width = widths.reduce(0, +)
    for id in 0..<(entries.count / width) {
      let entry = entries[(id * width)..<((id + 1) * width)]
      let place = entry.dropFirst().prefix(widths[1]).reduce(0) { $0 << 8 | Int($1) }
      switch entry.first {
      case 1 where place < start: offsets.append((place, id))
      case 2: containers.insert(place)
      default: break
      }
    }
  }
}
