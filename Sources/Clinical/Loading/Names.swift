import JSON

/// The ids of one kind of element, with the position of each in its list.
struct Names<Named>: Sendable {
  private let positions: Positions<Named>
  let count: Int
  /// The ids that are kept for old records; nothing in the pack may refer to them any more.
  private let retired: Set<String>
  /// The name of the kind in a fault: `question`, `finding`.
  let noun: String

  /// - Parameter elements: in the order of the file; an id that comes twice is a fault.
  init(_ noun: String, of elements: [Fields]) {
    var seen: Set<String> = []
    for element in elements where !seen.insert(element.id).inserted {
      element.fault("id", "is there twice: rename or remove one; ids are never reused")
    }
    positions = Positions(elements.map(\.id))
    count = elements.count
    retired = Set(elements.filter { $0["retired"]?.bool == true }.map(\.id))
    self.noun = noun
  }

  func index(of id: String) -> Int? { positions.index(of: Identifier(rawValue: id)) }

  func contains(_ id: String) -> Bool { positions.contains(id) }

  func identifier(_ key: String, in fields: Fields) -> Identifier<Named> {
    known(fields.text(key), key, in: fields)
  }

  func identifiers(_ key: String, in fields: Fields, isOptional: Bool = false) -> [Identifier<Named>] {
    (isOptional ? fields.optionalTexts(key) : fields.texts(key)).map { known($0, key, in: fields) }
  }

  /// Returns why the pack cannot refer to an id; nil if it can.
  func objection(to id: String) -> String? {
    guard contains(id) else {
      return "names the \(noun) \(id), which is not in the pack: correct the id or add the \(noun)"
    }
    return retired.contains(id) ? "names the \(noun) \(id), which is retired: name another" : nil
  }

  private func known(_ id: String, _ key: String, in fields: Fields) -> Identifier<Named> {
    if let objection = objection(to: id) { fields.fault(key, objection) }
    return Identifier(rawValue: id)
  }
}
