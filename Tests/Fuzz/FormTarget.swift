import Foundation

/// The decoder must agree with a naive one that splits the text at each separator in turn.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let form = try? Form(decoding: bytes)
  let obvious = obviousFields(bytes)
  precondition((form != nil) == (obvious != nil), "only one of the two accepts the form")
  if let form, let obvious {
    precondition(
      form.fields.elementsEqual(obvious) {
        $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.utf8.elementsEqual($1.value.utf8)
      }, "fields")
  }
  return 0
}

private func obviousFields(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
  // Bytes that are not ASCII become escapes, so that the rest is text.
  let text = bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : String(format: "%%%02X", $0) }.joined()
  var fields: [(name: String, value: String)] = []
  for pair in text.components(separatedBy: "&") where !pair.isEmpty {
    let parts = pair.components(separatedBy: "=")
    guard let name = unescaped(parts[0]), let value = unescaped(parts.dropFirst().joined(separator: "=")) else {
      return nil
    }
    fields.append((name, value))
  }
  let limits = FormLimits()
  let fits = fields.allSatisfy {
    $0.name.utf8.count <= limits.nameBytes && $0.value.utf8.count <= limits.valueBytes
  }
  return fits && fields.count <= limits.fields ? fields : nil
}

private func unescaped(_ text: String) -> String? {
  let decoded = obviouslyUnescaped(text.components(separatedBy: "+").joined(separator: "%20"))
  return decoded?.utf8.contains(0) == true ? nil : decoded
}
