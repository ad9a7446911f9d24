extension ItemOverride {
  /// Says why the item is kept and who agreed to it.
  package var sentence: String {
    let agreed = clinician.map { "Agreed by \($0)" + (date.map { " on \($0.iso)" } ?? "") + "." }
    return [reason, agreed].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
