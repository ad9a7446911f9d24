/// The objects of a PDF file in the layout that Cairo writes; any other file is rejected.
struct PDFFile {
  /// The bytes of each object between `obj` and `endobj`, by object number.
  var objects: [Int: [UInt8]] = [:]
  let root: Int
  let information: Int

  init(_ bytes: [UInt8]) throws {
    let reference = try CrossReference(of: bytes)
    root = reference.root
    information = reference.information
    let offsets = reference.offsets
    for (index, entry) in offsets.enumerated() {
      let next = index + 1 < offsets.count ? offsets[index + 1].offset : reference.start
      objects[entry.id] = try Self.body(of: entry.id, in: bytes[entry.offset..<next])
    }
    for id in reference.containers { try unfold(id) }
  }

  /// Puts the objects that a stream holds in its place (ISO 32000-1, 7.5.7).
  private mutating func unfold(_ id: Int) throws {
    guard let container = objects[id], let content = content(of: id), let first = container.number(after: "/First "),
      let count = container.number(after: "/N "), first <= content.count
    else { throw PDF.Failure(description: "object \(id) holds no objects") }
    let head = content[..<first].split { $0 <= 32 }.compactMap(\.leadingNumber)
    guard head.count == 2 * count else { throw PDF.Failure(description: "object \(id) does not name its objects") }
    for index in 0..<count {
      let start = first + head[2 * index + 1]
      let end = index + 1 < count ? first + head[2 * index + 3] : content.count
      guard start <= end, end <= content.count else {
        throw PDF.Failure(description: "object \(head[2 * index]) is not where the table says")
      }
      var body = content[start..<end]
      while body.last == 10 { body.removeLast() }
      objects[head[2 * index]] = Array(body)
    }
    objects[id] = nil
  }

  /// Returns the unpacked bytes of a stream; nil if it is not as Cairo writes it.
  func content(of id: Int) -> [UInt8]? {
    guard let object = objects[id], let start = object.position(of: "stream\n").map({ $0 + 7 }),
      let length = length(of: object), start + length <= object.count
    else { return nil }
    return Deflate.unpack(object[start..<start + length])
  }

  /// Returns the length that a stream tells, itself or in an object of its own.
  private func length(of stream: [UInt8]) -> Int? {
    guard let number = stream.number(after: "/Length ") else { return nil }
    return stream.position(of: "/Length \(number) 0 R") == nil ? number : objects[number]?.leadingNumber
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

  /// The decimal number at the start, after any spaces; nil when there is none, or one of more than ten digits.
  var leadingNumber: Int? {
    let digits = drop { $0 == UInt8(ascii: " ") }.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty || digits.count > 10 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
