/// The names of the months that a client may type, in every language of the pack.
package struct MonthNames: Sendable {
  /// Twelve lists of names in lower case, January first.
  let names: [[String]]
}
