import Clinical

extension ContentPack {
  /// Returns the items whose id or title is most like what was typed; one that contains it comes first.
  package func itemsNear(_ typed: String) -> [HomeCareItem] {
    let wanted = typed.foldedForSearch
    func distance(_ name: String) -> Int {
      let name = name.foldedForSearch
      return name.contains(wanted) ? 0 : name.editDistance(to: wanted)
    }
    return items.map { ($0, min(distance($0.id.rawValue), distance($0.title))) }
      .sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
  }
}
