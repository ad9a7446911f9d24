import JSON

extension OwnItemRules {
  /// - Parameter items: the library; a load names contraindications of its items.
  init(_ fields: Fields, _ items: [HomeCareItem]) {
    let known = Dictionary(items.flatMap(\.contraindications).map { ($0.id.rawValue, $0) }) { first, _ in first }
    loads = fields.objects("loads").map { load in
      let contraindications = load.texts("contra").compactMap { name in
        if known[name] == nil { load.fault("contra", "names \(name), which no item has: correct the id") }
        return known[name]
      }
      return Load(id: load.id, label: load.text("label"), contraindications: contraindications)
    }
    categories = fields.texts("categories")
    stopIf = fields.texts("stop_if")
    evidenceNote = fields.text("evidence_note")
  }
}
