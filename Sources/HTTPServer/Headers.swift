/// The header fields of a request, accessed by case-insensitive name.
package struct Headers: Sendable {
  /// The position of a field in `bytes`.
  struct Field: Sendable {
    var name: Range<Int>
    var value: Range<Int>
  }

  let bytes: [UInt8]
  let fields: [Field]

  init(bytes: [UInt8], fields: [Field]) {
    self.bytes = bytes
    self.fields = fields
  }

  /// Creates header fields for a test.
  package init(_ fields: [(name: String, value: String)] = []) {
    var bytes: [UInt8] = []
    self.fields = fields.map { field in
      let name = bytes.count..<bytes.count + field.name.utf8.count
      let value = name.upperBound..<name.upperBound + field.value.utf8.count
      bytes += field.name.utf8
      bytes += field.value.utf8
      return Field(name: name, value: value)
    }
    self.bytes = bytes
  }

  /// The value of a field; nil when absent or not UTF-8. The values of a repeated field are joined by commas (RFC 9110
  /// §5.3), so that a repeated field that should be unique has no valid value.
  package subscript(name: String) -> String? {
    let values = values(name)
    return values.count <= 1 ? values.first : values.joined(separator: ", ")
  }

  /// The values of all fields with this name, in the order sent.
  package func values(_ name: String) -> [String] {
    fields.compactMap { field in
      guard field.name.count == name.utf8.count, bytes[field.name].equalsIgnoringCase(name) else { return nil }
      return String(validating: bytes[field.value], as: UTF8.self)
    }
  }
}
