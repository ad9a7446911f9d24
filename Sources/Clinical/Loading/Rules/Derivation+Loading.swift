extension Derivation {
  init(_ vocabulary: Vocabulary, _ fields: Fields) {
    func slot(_ id: String) -> Slot {
      guard let slot = vocabulary.questions.index(of: id) else {
        fields.fault("derived", "values need the question \(id), which is not in the pack")
        return 0
      }
      return slot
    }
    birth = slot("contact.date_of_birth")
    visit = slot("visit.date")
    bag = slot("habit.bag_kg")
    weight = slot("contact.weight_kg")
    height = slot("contact.height_cm")
    duration = slot("pain.duration_days")
    weeks = slot("pregnancy.weeks")
    firstYear = slot("pain.first_year")
    scores = ["psfs.score1", "psfs.score2", "psfs.score3"].map(slot)
    sex = slot("contact.sex")
    if case .single(let choices) = vocabulary.terms[sex], let index = choices.ids.firstIndex(of: "female") {
      female = BitSet(index: index)
    } else {
      fields.fault("contact.sex", "must be a single choice with female: the bands for women need it")
      female = 0
    }
    first = vocabulary.questions.count
  }
}

extension DerivedValue {
  /// What a rule may ask of it.
  var term: Vocabulary.Term { self == .phase ? .single(.init(ids: Self.phases)) : .number(nil) }
}
