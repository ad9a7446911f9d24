import Clinical

extension FindingDefinition {
  package typealias Unreadable = EvaluationTemplate.Unreadable

  /// Reads a value for the left and one for the right side: `44 45`, `44/45`, `mild, usual`, `both mild`; nil when it is
  /// not two.
  package func bothSides(_ text: String) -> (left: FindingValue, right: FindingValue)? {
    if let (_, rest) = wordAndRest(text, ["both"]), let value = try? single(rest) {
      return (value, value)
    }
    for separator: Character in [",", ";", "/", " "] {
      let parts = text.split(separator: separator).map { String($0).trimmed }
      if parts.count == 2, let left = try? single(parts[0]), let right = try? single(parts[1]) { return (left, right) }
    }
    return nil
  }

  /// Reads a value for each side, and returns both as they are typed.
  package func valuesBySide(_ text: String) -> [(side: String, value: String)]? {
    bothSides(text).map { [("left", $0.left.written), ("right", $0.right.written)] }
  }

  /// Reads a value of one side of a finding that has two, with the side before or behind it: `mild left`, `right 44`.
  package func sideAndValue(_ text: String) -> (side: String, value: String)? {
    guard sides == .lr, (try? single(text)) == nil, let (side, value) = wordAndRest(text, ["left", "right"]),
      (try? single(value)) != nil
    else { return nil }
    return (side, value)
  }

  /// Reads one value, which may be a grade by eye.
  func value(_ text: String) throws(Unreadable) -> FindingValue {
    do {
      return try single(text)
    } catch {
      throw bothSides(text) == nil ? error : Unreadable(reason: "“\(text)” is two values: \(whyOne)")
    }
  }

  private var whyOne: String {
    switch sides {
    case .lr: "one is wanted here, that of one side"
    case .signed: "one is wanted here, and its sign says the side (\(range))"
    case .none, .signedGrade: "one is wanted here, because it is not taken on each side"
    }
  }

  private func single(_ text: String) throws(Unreadable) -> FindingValue {
    if text == "gone" { return .gone }
    switch kind {
    case .test, .choice: return .word(try choice(text))
    case .multiChoice:
      var chosen: [String] = []
      for part in text.split(separator: ",") { chosen.append(try choice(String(part).trimmed)) }
      return .words(chosen)
    case .measure, .grade, .mmt:
      if let number = readMeasure(text) { return .number(number) }
      if let grade = gradeByEye(text) { return .word(grade) }
      throw Unreadable(reason: whyUnread(text))
    }
  }

  /// Reads a choice by its id or its label, or by a beginning that no other choice has.
  private func choice(_ text: String) throws(Unreadable) -> String {
    let typed = text.foldedForSearch
    let names = choices.map { ($0.id, [$0.id.foldedForSearch, $0.label.foldedForSearch]) }
    let begun = names.filter { $0.1.contains { $0.hasPrefix(typed) } }
    let exact = names.filter { $0.1.contains(typed) }
    if let only = exact.first ?? (begun.count == 1 ? begun.first : nil), !typed.isEmpty { return only.0 }
    let nearest = names.min { first, second in
      first.1.map { $0.editDistance(to: typed) }.min() ?? 0 < second.1.map { $0.editDistance(to: typed) }.min() ?? 0
    }
    throw Unreadable(reason: "it is one of \(range)" + (nearest.map { "; perhaps \($0.0)" } ?? ""))
  }

  func distance(to typed: String) -> Int {
    min(id.rawValue.editDistance(to: typed), plainName.editDistance(to: typed))
  }
}

// MARK: - Grades by eye

extension FindingDefinition {
  private var grades: [String] {
    bands.flatMap { band in [band.label, "\(band.label) left", "\(band.label) right"] }
      .filter { number(byEye: $0) != nil }
  }

  /// Reads a grade by eye, of which each word may be shortened, and the side may come first: `mild`, `mod`, `mark left`,
  /// `left marked`.
  private func gradeByEye(_ text: String) -> String? {
    let (side, rest) = wordAndRest(text.lowercased(), ["left", "right"]) ?? ("", text.lowercased())
    let typed = rest.split(separator: " ") + (side.isEmpty ? [] : [side[...]])
    if let exact = grades.first(where: { $0 == typed.joined(separator: " ") }) { return exact }
    let begun = grades.filter { grade in
      let words = grade.split(separator: " ")
      return words.count == typed.count && zip(words, typed).allSatisfy { $0.hasPrefix($1) }
    }
    return begun.count == 1 ? begun[0] : nil
  }

  /// Says what a text lacks that is neither a number nor a grade.
  private func whyUnread(_ text: String) -> String {
    let (said, rest) = wordAndRest(text, ["left", "right", "both"]) ?? ("", text)
    if sides == .signed, let grade = gradeByEye("\(rest) left")?.dropLast(" left".count) {
      return "to which side? \(grade) left, or \(grade) right"
    }
    let unread = "“\(text)” is not a number (\(range))"
    guard isGradedByEye else { return unread }
    let near = bands.map(\.label).nearest(to: rest).first.map { label in
      let meant = [label, said].filter { !$0.isEmpty }.joined(separator: " ")
      return number(byEye: meant) != nil || sides == .lr ? meant : "\(label) left or \(label) right"
    }
    return "\(unread), nor a grade by eye: \(gradesByEye)" + (near.map { ". Did you mean \($0)?" } ?? "")
  }

  /// Returns the last or the first word when it is one of these, where l is left and r is right, and what is left of the
  /// text without it.
  private func wordAndRest(_ text: String, _ words: [String]) -> (word: String, rest: String)? {
    let typed = text.split(separator: " ").map(String.init)
    guard typed.count > 1 else { return nil }
    func meant(_ word: String) -> String? {
      let word = ["l": "left", "r": "right"][word.lowercased()] ?? word.lowercased()
      return words.contains(word) ? word : nil
    }
    if let last = meant(typed[typed.count - 1]) { return (last, typed.dropLast().joined(separator: " ")) }
    return meant(typed[0]).map { ($0, typed.dropFirst().joined(separator: " ")) }
  }
}
