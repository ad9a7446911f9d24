/// The header fields of a part of a `multipart/form-data` body.
struct PartHead {
  private var name: String?
  private var fileName: String?
  private var contentType: String?

  /// Reads the fields and the empty line behind them.
  /// - Returns: where the content begins.
  mutating func read(_ body: [UInt8], from start: Int, _ limits: MultipartLimits) throws(MultipartError) -> Int {
    var lineStart = start
    while true {
      let window = body[lineStart..<min(body.count, start + limits.headBytes)]
      guard let end = window.firstIndex(of: ASCII.carriageReturn) else {
        throw window.endIndex == body.count ? .unfinished : .headTooLarge
      }
      guard end + 1 < body.count else { throw .unfinished }
      guard body[end + 1] == ASCII.lineFeed else { throw .malformedHead }
      if end == lineStart { return end + 2 }
      try add(body[lineStart..<end])
      lineStart = end + 2
    }
  }

  /// - Throws: `malformedHead` for a part without a name.
  func part(_ content: ArraySlice<UInt8>) throws(MultipartError) -> MultipartForm.Part {
    guard let name else { throw .malformedHead }
    return MultipartForm.Part(name: name, fileName: fileName, contentType: contentType, content: content)
  }

  private mutating func add(_ line: ArraySlice<UInt8>) throws(MultipartError) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .malformedHead }
    let value = line[(colon + 1)...].trimmingSpace
    if line[..<colon].equalsIgnoringCase("content-disposition") {
      guard name == nil else { throw .malformedHead }
      try addDisposition(value)
    } else if line[..<colon].equalsIgnoringCase("content-type") {
      guard contentType == nil, !value.isEmpty,
        value.allSatisfy({ $0 >= ASCII.space && $0 < ASCII.delete })
      else { throw .malformedHead }
      contentType = String(decoding: value.map(\.lowercasedASCII), as: UTF8.self)
    } else {
      throw .unknownField
    }
  }

  /// Reads `form-data; name="..."; filename="..."`. Browsers write a quotation mark in a name as %22, so that none is
  /// inside the marks.
  private mutating func addDisposition(_ value: ArraySlice<UInt8>) throws(MultipartError) {
    let kind = value.prefix { $0 != UInt8(ascii: ";") }
    guard kind.trimmingSpace.equalsIgnoringCase("form-data") else { throw .malformedHead }
    var rest = value[kind.endIndex...]
    while !rest.isEmpty {
      rest = rest.dropFirst().trimmingSpace
      let key = rest.prefix { $0 != UInt8(ascii: "=") }
      let quoted = rest[key.endIndex...].dropFirst()
      guard quoted.first == UInt8(ascii: "\"") else { throw .malformedHead }
      let text = quoted.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      guard text.endIndex < quoted.endIndex, text.allSatisfy({ $0 >= ASCII.space && $0 != ASCII.delete }),
        let string = String(validating: text, as: UTF8.self)
      else { throw .malformedHead }
      try set(key, string)
      rest = quoted[(text.endIndex + 1)...].trimmingSpace
      guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { throw .malformedHead }
    }
    guard name != nil else { throw .malformedHead }
  }

  private mutating func set(_ key: ArraySlice<UInt8>, _ text: String) throws(MultipartError) {
    if key.equalsIgnoringCase("name"), name == nil, !text.isEmpty {
      name = text
    } else if key.equalsIgnoringCase("filename"), fileName == nil {
      fileName = text
    } else {
      throw .malformedHead
    }
  }
}
