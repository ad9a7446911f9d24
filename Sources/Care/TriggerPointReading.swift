import Clinical

/// Trigger points as therapists write them: `upper trap, right, active, 3, taut`, or with ids,
/// `quadratus_lumborum low_back_l active 3 taut refers`.
extension ContentPack {
  /// The tenderness of a trigger point of which nobody said how tender it is.
  private static let usualTenderness: [TriggerPoint.Status: Int] = [.active: 2, .latent: 1, .gone: 0]

  /// Reads a trigger point.
  ///
  /// - Throws: the reason, with the names that are near.
  package func triggerPoint(_ text: String) throws(EvaluationTemplate.Unreadable) -> TriggerPoint {
    var words = TriggerPointWords(text)
    guard let status = words.status else {
      throw .init(reason: "is it active, latent or gone? Such as upper trap, right, active, 3")
    }
    let muscle = try muscle(&words)
    let region = try region(of: muscle, words)
    return TriggerPoint(
      muscle: muscle.id, region: region.id, status: status, tender: words.tender ?? Self.usualTenderness[status] ?? 0,
      tautBand: words.isTaut, refers: words.refers)
  }

  /// Takes the words of a muscle from the beginning: as many as name one.
  private func muscle(_ words: inout TriggerPointWords) throws(EvaluationTemplate.Unreadable) -> Muscle {
    for count in stride(from: words.rest.count, to: 0, by: -1) {
      let typed = Array(words.rest.prefix(count))
      let named = muscles.filter { $0.names.contains { $0.isNamed(by: typed) } }
      // The upper trapezius is meant by its whole name although a longer name begins so, too.
      let whole = named.filter { $0.names.contains(typed) }
      guard let first = whole.first ?? named.first else { continue }
      guard whole.count == 1 || named.count == 1 else {
        throw .init(reason: "several muscles are called so: \(named.prefix(6).map(\.name).joined(separator: ", "))")
      }
      words.rest.removeFirst(count)
      return first
    }
    let typed = words.rest.joined(separator: " ")
    let near = muscles.map { ($0, $0.names.map { $0.joined(separator: " ").editDistance(to: typed) }.min() ?? 0) }
      .sorted { $0.1 < $1.1 }.prefix(3).map(\.0.name)
    throw .init(reason: "no muscle is called “\(typed)”; near: \(near.joined(separator: ", "))")
  }

  /// Returns the region that the words name, or the one in which the muscle is foremost.
  private func region(of muscle: Muscle, _ words: TriggerPointWords) throws(EvaluationTemplate.Unreadable) -> BodyRegion
  {
    if let region = regions.first(where: { [$0.id.rawValue.foldedForSearch.words] == [words.rest] }) { return region }
    let within = regions.filter { $0.muscles.contains(muscle.id) }
    let named =
      words.rest.isEmpty
      ? within : within.filter { $0.label.foldedForSearch.words.isNamed(by: words.rest) }
    guard !named.isEmpty else {
      throw .init(
        reason: "no place is called “\(words.rest.joined(separator: " "))”; the muscle is at: "
          + within.map(\.label).joined(separator: ", "))
    }
    let sides = named.filter { $0.side == words.side || $0.side == .mid || words.side == nil }
    guard !sides.isEmpty, words.side != nil || !Set(sides.map(\.side)).isSuperset(of: [.left, .right]) else {
      throw .init(reason: "left or right?")
    }
    return sides.min { $0.rank(of: muscle) < $1.rank(of: muscle) } ?? sides[0]
  }
}

/// The words of a trigger point, those that have a meaning of their own taken out.
private struct TriggerPointWords {
  var rest: [String] = []
  var side: BodyRegion.Side?
  var status: TriggerPoint.Status?
  var tender: Int?
  var isTaut = false
  var refers = false

  init(_ text: String) {
    let typed = text.replacing("/4", with: "").foldedForSearch.words
    for (place, word) in typed.enumerated() {
      switch word {
      // An id ends in its side, which is then a part of the name of the place.
      case "l", "left": side = .left
      case "r", "right": side = .right
      case "active", "latent", "gone": status = TriggerPoint.Status(rawValue: word)
      case "0", "1", "2", "3", "4": tender = Int(word)
      case "taut": isTaut = true
      case "band" where place > 0 && typed[place - 1] == "taut": break
      case "refers", "refer", "referring", "referred": refers = true
      case "tender", "tenderness": break
      default: rest.append(word)
      }
    }
  }
}

extension Muscle {
  /// Every way to name it, in words.
  fileprivate var names: [[String]] {
    [id.rawValue, name, plainName].map(\.foldedForSearch.words)
      + name.matches(of: /\(([A-Z]+)\)/).map { [String($0.1).lowercased()] }
  }
}

extension BodyRegion {
  /// The place of a muscle among those of the region.
  fileprivate func rank(of muscle: Muscle) -> Int { muscles.firstIndex(of: muscle.id) ?? muscles.count }
}

extension [String] {
  /// Whether each typed word is the beginning of a word of this name, or a slip of it.
  fileprivate func isNamed(by typed: [String]) -> Bool {
    !typed.isEmpty
      && typed.allSatisfy { word in
        // The traps are the trapezius.
        let one = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
        return contains { $0.hasPrefix(one) || word.count > 4 && $0.editDistance(to: word) == 1 }
      }
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
