import Foundation

/// The reader must agree with regular expressions over the whole body. The first byte chooses the boundary.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let boundary = (input.first ?? 0).isMultiple(of: 2) ? "b" : "----WebKitFormBoundary7MA4YWxkTrZu0gW"
  let bytes = Array(input.dropFirst())
  let form = try? MultipartForm(decoding: bytes, contentType: "multipart/form-data; boundary=\(boundary)")
  let obvious = obviousParts(bytes, boundary)
  precondition((form != nil) == (obvious != nil), "only one of two takes the form")
  if let form, let obvious {
    precondition(
      form.parts.elementsEqual(obvious) {
        $0.name == $1.name && $0.fileName == $1.fileName && $0.contentType == $1.type && Array($0.content) == $1.content
      }, "parts")
  }
  return 0
}

private typealias ObviousPart = (name: String, fileName: String?, type: String?, content: [UInt8])

private func obviousParts(_ bytes: [UInt8], _ boundary: String) -> [ObviousPart]? {
  // As Latin-1, every byte is one UTF-16 unit.
  let text = "\r\n" + latin1(bytes[...])
  var pieces = text.components(separatedBy: "\r\n--\(boundary)")
  guard pieces.count > 2, pieces.removeFirst().isEmpty, pieces.removeLast() == "--\r\n", pieces.count <= 8 else {
    return nil
  }
  var parts: [ObviousPart] = []
  for piece in pieces {
    guard piece.utf16.starts(with: "\r\n".utf16), let part = obviousPart(String(piece.utf16.dropFirst(2)) ?? "") else {
      return nil
    }
    parts.append(part)
  }
  return parts
}

private func obviousPart(_ text: String) -> ObviousPart? {
  guard let end = text.range(of: "\r\n\r\n", options: .literal) else { return nil }
  let (head, content) = (String(text[..<end.lowerBound]), Array(text[end.upperBound...].utf16.map { UInt8($0) }))
  guard head.utf16.count + 3 <= MultipartLimits().headBytes else { return nil }
  var part: ObviousPart = ("", nil, nil, content)
  for line in head.components(separatedBy: "\r\n") {
    guard !line.unicodeScalars.contains("\r"), let colon = line.firstIndex(of: ":") else { return nil }
    let value = String(line[line.index(after: colon)...]).trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
    switch line[..<colon].lowercased() {
    case "content-type":
      guard part.type == nil, value.range(of: #"\A[\x20-\x7e]+\z"#, options: .regularExpression) != nil else {
        return nil
      }
      part.type = value.lowercased()
    case "content-disposition":
      guard part.name.isEmpty, let (name, fileName) = obviousNames(value) else { return nil }
      (part.name, part.fileName) = (name, fileName)
    default: return nil
    }
  }
  return part.name.isEmpty ? nil : part
}

private func obviousNames(_ value: String) -> (String, String?)? {
  let quoted = #""([^"\x00-\x1f\x7f]*)""#
  let parameter = #"[ \t]*;[ \t]*(?:[nN][aA][mM][eE]=\#(quoted)|[fF][iI][lL][eE][nN][aA][mM][eE]=\#(quoted))"#
  let whole = try? NSRegularExpression(pattern: #"\A[fF][oO][rR][mM]-[dD][aA][tT][aA](?:\#(parameter))*\z"#)
  let all = NSRange(location: 0, length: value.utf16.count)
  guard whole?.firstMatch(in: value, range: all) != nil, let each = try? NSRegularExpression(pattern: parameter) else {
    return nil
  }
  var (name, fileName): (String?, String?)
  for match in each.matches(in: value, range: all) {
    for group in 1...2 where match.range(at: group).location != NSNotFound {
      let text = (value as NSString).substring(with: match.range(at: group))
      guard let string = String(validating: text.utf16.map { UInt8($0) }, as: UTF8.self) else { return nil }
      if group == 1 {
        guard name == nil, !string.isEmpty else { return nil }
        name = string
      } else {
        guard fileName == nil else { return nil }
        fileName = string
      }
    }
  }
  return name.map { ($0, fileName) }
}

private func latin1(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes.map { UInt16($0) }, as: UTF16.self)
}
