import JSON

/// The ids of one kind of thing, each with its place in the file.
struct Names<Named>: Sendable {
  let places: [String: Int]
  /// Kept for old records; nothing in the pack may still ask for them.
  let retired: Set<String>
  /// What the thing is called in a fault: `question`, `finding`.
  let noun: String

  /// - Parameter elements: in the order of the file; an id that comes twice is a fault.
  init(_ noun: String, of elements: [Fields]) {
    var places: [String: Int] = [:]
    for (position, element) in elements.enumerated() {
      if places.updateValue(position, forKey: element.id) != nil {
        element.fault("id", "is there twice: rename or remove one; ids are never reused")
      }
    }
    self.places = places
    retired = Set(elements.filter { $0["retired"]?.bool == true }.map(\.id))
    self.noun = noun
  }

  func place(of id: Identifier<Named>) -> Int? { places[id.rawValue] }

  func identifier(_ key: String, in fields: Fields) -> Identifier<Named> {
    known(fields.text(key), key, in: fields)
  }

  func identifiers(_ key: String, in fields: Fields, isOptional: Bool = false) -> [Identifier<Named>] {
    (isOptional ? fields.optionalTexts(key) : fields.texts(key)).map { known($0, key, in: fields) }
  }

  /// Why an id cannot be used in the pack; nil when it can.
  func objection(to id: String) -> String? {
    guard places[id] != nil else {
      return "names the \(noun) \(id), which is not in the pack: correct the id or add the \(noun)"
    }
    return retired.contains(id) ? "names the \(noun) \(id), which is retired: name another" : nil
  }

  private func known(_ id: String, _ key: String, in fields: Fields) -> Identifier<Named> {
    if let objection = objection(to: id) { fields.fault(key, objection) }
    return Identifier(rawValue: id)
  }
}
