/// The objects of a PDF file in the classical layout that Cairo writes; any other file is rejected.
struct PDFFile {
  /// The bytes of each object between `obj` and `endobj`, by object number.
  var objects: [Int: [UInt8]]
  let root: Int
  let information: Int

  init(_ bytes: [UInt8]) throws {
    guard let table = bytes.suffix(64).number(after: "startxref\n"), table < bytes.count else {
      throw PDF.Failure(description: "the file has no cross-reference table")
    }
    var lines = bytes[table...].split(separator: 10, omittingEmptySubsequences: false)[...]
    guard lines.popFirst()?.elementsEqual("xref".utf8) == true, let head = lines.popFirst(),
      head.starts(with: "0 ".utf8), let count = head.number(after: "0 "), lines.count > count
    else { throw PDF.Failure(description: "the cross-reference table is not a classical one") }
    var offsets: [(offset: Int, id: Int)] = []
    for id in 0..<count {
      guard let line = lines.popFirst() else { break }
      if line.contains(UInt8(ascii: "n")), let offset = line.leadingNumber { offsets.append((offset, id)) }
    }
    let trailer = bytes[table...]
    guard let root = trailer.number(after: "/Root "), let information = trailer.number(after: "/Info ") else {
      throw PDF.Failure(description: "the trailer names no catalog")
    }
    self.root = root
    self.information = information
    offsets.sort { $0.offset < $1.offset }
    objects = [:]
    for (index, entry) in offsets.enumerated() {
      let next = index + 1 < offsets.count ? offsets[index + 1].offset : table
      objects[entry.id] = try Self.body(of: entry.id, in: bytes[entry.offset..<next])
    }
  }

  private static func body(of id: Int, in bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    let head = "\(id) 0 obj\n"
    guard bytes.starts(with: head.utf8) else {
      throw PDF.Failure(description: "object \(id) is not where the table says")
    }
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[end - 1] == 10 { end -= 1 }
    let tail = "\nendobj"
    guard bytes[..<end].suffix(tail.utf8.count).elementsEqual(tail.utf8) else {
      throw PDF.Failure(description: "object \(id) does not end")
    }
    return Array(bytes[(bytes.startIndex + head.utf8.count)..<(end - tail.utf8.count)])
  }

  /// Returns the bytes of the file. Its identifier is a hash of its content.
  func written() -> [UInt8] {
    var out = Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
    out.reserveCapacity(objects.values.reduce(8192) { $0 + $1.count })
    var offsets: [Int: Int] = [:]
    for (id, body) in objects.sorted(by: { $0.key < $1.key }) {
      offsets[id] = out.count
      out += "\(id) 0 obj\n".utf8
      out += body
      out += "\nendobj\n".utf8
    }
    let start = out.count
    let count = (objects.keys.max() ?? 0) + 1
    let identifier = out.fingerprint
    out += "xref\n0 \(count)\n0000000000 65535 f \n".utf8
    for id in 1..<count {
      let digits = String(offsets[id] ?? 0)
      out += String(repeating: "0", count: 10 - digits.count).utf8
      out += (digits + (offsets[id] == nil ? " 00000 f \n" : " 00000 n \n")).utf8
    }
    out += "trailer\n<< /Size \(count) /Root \(root) 0 R /Info \(information) 0 R ".utf8
    out += "/ID [<\(identifier)> <\(identifier)>] >>\nstartxref\n\(start)\n%%EOF\n".utf8
    return out
  }
}

extension [UInt8] {
  /// The 128-bit FNV-1a hash of the bytes in hexadecimal.
  fileprivate var fingerprint: String {
    var hash = UInt128(0x6C62_272E_07BB_0142) << 64 | UInt128(0x62B8_2175_6295_C58D)
    let prime = UInt128(1) << 88 | 0x13B
    for byte in self { hash = (hash ^ UInt128(byte)) &* prime }
    let digits = String(hash, radix: 16, uppercase: true)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

extension Collection<UInt8> where Index == Int {
  /// Returns the index at which `pattern` starts.
  func position(of pattern: String, in limit: Int = .max) -> Int? {
    let pattern = Array(pattern.utf8)
    let end = Swift.min(endIndex, limit == .max ? endIndex : startIndex + limit) - pattern.count
    var index = startIndex
    while index <= end {
      if self[index] == pattern[0], self[index..<index + pattern.count].elementsEqual(pattern) { return index }
      index += 1
    }
    return nil
  }

  /// Returns the decimal number right after `key`.
  func number(after key: String) -> Int? {
    position(of: key).flatMap { self[($0 + key.utf8.count)...].leadingNumber }
  }

  /// The decimal number at the start, after any spaces.
  var leadingNumber: Int? {
    let digits = drop { $0 == UInt8(ascii: " ") }.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty ? nil : digits.reduce(0) { $0 &* 10 &+ Int($1 - UInt8(ascii: "0")) }
  }
}
