import JSON

/// One object of a content file, read member by member. Faults are collected, so that one reading shows them all.
struct Fields {
  /// The faults found so far in all files of a pack.
  final class Faults {
    var found: [ContentPackError.Fault] = []
  }

  let file: String
  let id: String
  /// The ids on the path to this object, for messages: `hc.walking/c.aer.heart`.
  let path: String
  let members: [JSON.Member]
  let faults: Faults

  init(_ json: JSON, file: String, id: String? = nil, parent: String? = nil, idKey: String = "id", faults: Faults) {
    self.file = file
    self.faults = faults
    members = json.members ?? []
    self.id = id ?? json[idKey]?.string ?? ""
    path = [parent, self.id].compactMap { $0 }.joined(separator: "/")
    if json.members == nil { fault("object", "must be an object in braces") }
    if self.id.isEmpty { fault(idKey, "is missing: give it an id of its own") }
  }

  /// Records a fault of the member `key`; for the object of a whole file, `key` may be the id of an element.
  func fault(_ key: String, _ message: String) {
    let isWholeFile = id == file
    faults.found.append(
      .init(file: file, id: isWholeFile ? key : path, message: isWholeFile ? message : "\(key) \(message)"))
  }

  /// The value of a member; nil if it is absent or null.
  subscript(key: String) -> JSON? {
    guard let value = members.first(where: { $0.key == key })?.value, value != .null else { return nil }
    return value
  }

  func text(_ key: String) -> String {
    value(key, "must be text", or: "", \.string)
  }

  func optionalText(_ key: String) -> String? {
    self[key] == nil ? nil : text(key)
  }

  func texts(_ key: String) -> [String] {
    value(key, "must be a list of texts", or: [], \.strings)
  }

  func optionalTexts(_ key: String) -> [String] {
    self[key] == nil ? [] : texts(key)
  }

  /// - Parameter range: the values that make sense; the default suits any count.
  func integer(_ key: String, in range: ClosedRange<Int> = 0...1_000_000) -> Int {
    value(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)", or: range.lowerBound) {
      $0.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func optionalInteger(_ key: String) -> Int? {
    self[key] == nil ? nil : integer(key)
  }

  func number(_ key: String) -> Double {
    value(key, "must be a number", or: 0, \.number)
  }

  func optionalNumber(_ key: String) -> Double? {
    self[key] == nil ? nil : number(key)
  }

  func flag(_ key: String) -> Bool {
    value(key, "must be true or false", or: false, \.bool)
  }

  /// Reads a flag that is false when absent.
  func optionalFlag(_ key: String) -> Bool {
    self[key] == nil ? false : flag(key)
  }

  /// Reads one of the raw values of an enumeration.
  func word<Word: RawRepresentable<String>>(_ key: String, or fallback: Word) -> Word {
    value(key, "is not a word known here", or: fallback) { $0.string.flatMap(Word.init(rawValue:)) }
  }

  func object(_ key: String) -> Fields {
    Fields(
      value(key, "must be an object", or: [:]) { $0.members == nil ? nil : $0 }, file: file, id: "\(id).\(key)",
      faults: faults)
  }

  /// - Parameter idKey: the member that holds an element's id; an element without it is named by its position.
  func objects(_ key: String, idKey: String = "id") -> [Fields] {
    let elements = value(key, "must be a list of objects", or: [], \.array)
    return elements.enumerated().map { position, element in
      let id = element[idKey]?.string ?? "\(key)[\(position + 1)]"
      return Fields(element, file: file, id: id, parent: path, faults: faults)
    }
  }

  /// Reads a list of objects that is empty when absent.
  func optionalObjects(_ key: String, idKey: String = "id") -> [Fields] {
    self[key] == nil ? [] : objects(key, idKey: idKey)
  }

  /// Reads `[lowest, highest]`; nil if it is absent or malformed.
  func range(_ key: String) -> ClosedRange<Double>? {
    guard let json = self[key] else { return nil }
    let limits = json.array?.compactMap(\.number) ?? []
    guard limits.count == 2, limits[0] <= limits[1] else {
      fault(key, "must be a list of the lowest and the highest number")
      return nil
    }
    return limits[0]...limits[1]
  }

  private func value<Value>(_ key: String, _ message: String, or fallback: Value, _ read: (JSON) -> Value?) -> Value {
    guard let json = self[key] else {
      fault(key, "is missing")
      return fallback
    }
    guard let value = read(json) else {
      fault(key, message)
      return fallback
    }
    return value
  }
}
