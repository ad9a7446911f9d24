import Records

extension Colleague {
  /// Whether this is their id, their login or their whole name, in any case and with or without accents.
  package func isCalled(_ reference: String) -> Bool {
    "\(id)" == reference.lowercased() || login == reference
      || displayName.hasSameWords(as: reference)
  }
}

extension [Colleague] {
  /// Returns those who work here now and whom a person may mean: by id, login or whole name; else by words of the name,
  /// of each its beginning at least, as clients are found. Whoever names somebody who has left means nobody else.
  package func meant(by reference: String) -> [Colleague] {
    let here = filter(\.active)
    guard !contains(where: { $0.isCalled(reference) }) else { return here.filter { $0.isCalled(reference) } }
    guard !reference.foldedForSearch.isEmpty else { return [] }
    return here.filter { $0.displayName.hasWords(begunBy: reference) }
  }
}
