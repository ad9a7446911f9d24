import Records

/// The things to do that a client must leave out for now.
struct LeftOut {
  let items: [ClientPlanCopy.CheckInBasis.Item]
  let words: any PageWords

  /// Nil when there is nothing to leave out.
  var html: HTML? {
    guard !items.isEmpty else { return nil }
    return """
      <p>\(words.leaveOut)</p>
      <ul>\(items.map { "<li>\($0.title)</li>" as HTML })</ul>

      """
  }
}
