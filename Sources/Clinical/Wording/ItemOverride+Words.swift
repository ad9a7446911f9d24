extension ItemOverride {
  /// Says why the item is kept and who agreed to it.
  package var sentence: String {
    let agreed = clinician.map { answerWords.agreed(by: $0, on: date) }
    return [reason, agreed].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
