/// The slots of the questions from which derived values are calculated and reference bands are chosen.
struct Derivation: Sendable {
  let birth: Slot
  let visit: Slot
  let bag: Slot
  let weight: Slot
  let height: Slot
  let duration: Slot
  let weeks: Slot
  let firstYear: Slot
  let scores: [Slot]
  let sex: Slot
  /// The choice of `sex` that has bands of its own.
  let female: BitSet
  /// The slot of the first derived value; the others follow it.
  let first: Slot

  func slot(of value: DerivedValue) -> Slot { first + value.index }
}
