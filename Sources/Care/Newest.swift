extension Collection {
  /// Returns the newest record of this kind, else the newest of all.
  ///
  /// - Precondition: the records are in order, the newest first.
  package func newest(preferring isPreferred: (Element) -> Bool) -> Element? { first(where: isPreferred) ?? first }
}
