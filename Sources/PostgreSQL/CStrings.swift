/// Strings lent to C as an array of pointers, valid only inside `body`; nil stays a null pointer.
enum CStrings {
  static func withPointers<Result>(
    _ strings: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    var characters: [CChar] = []
    var offsets: [Int?] = []
    for string in strings {
      offsets.append(string == nil ? nil : characters.count)
      guard let string else { continue }
      characters.append(contentsOf: string.utf8.lazy.map(CChar.init(bitPattern:)))
      characters.append(0)
    }
    return characters.withUnsafeBufferPointer { characters in
      let pointers = offsets.map { offset in offset.flatMap { characters.baseAddress?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
