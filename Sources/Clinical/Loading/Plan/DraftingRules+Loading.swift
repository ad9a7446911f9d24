import JSON

extension DraftingRules {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    basics = Self.lists("basics", fields, vocabulary)
    twins = Self.lists("twins", fields, vocabulary)
    phases = fields["phases"] == nil ? nil : Phases(fields.object("phases"), vocabulary)
  }

  private static func lists(_ key: String, _ fields: Fields, _ vocabulary: Vocabulary) -> [[HomeCareItem.ID]] {
    (fields[key]?.array ?? []).map { list in
      guard let names = list.strings else {
        fields.fault(key, "must be a list of lists of items")
        return []
      }
      return names.map { name in
        if let objection = vocabulary.items.objection(to: name) { fields.fault(key, objection) }
        return HomeCareItem.ID(rawValue: name)
      }
    }
  }
}

extension DraftingRules.Phases {
  fileprivate init(_ fields: Fields, _ vocabulary: Vocabulary) {
    goOn = fields.text("go_on")
    goBack = fields.text("go_back")
    sources = vocabulary.sources.identifiers("sources", in: fields)
  }
}
