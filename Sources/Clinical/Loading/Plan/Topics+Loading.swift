extension Topics {
  init(_ vocabulary: Vocabulary, _ fields: Fields) {
    let question = "diet.interest"
    let topics = ["supplement": "supplements", "topical": "oils", "equipment": "equipment", "food": "food"]
    guard let slot = vocabulary.slot(question), case .multi(let offered) = vocabulary.terms[slot] else {
      fields.fault(question, "must be a multi choice: items the client asks about depend on it")
      self.slot = 0
      choices = [:]
      return
    }
    self.slot = slot
    choices = topics.compactMapValues { topic in
      guard let index = offered.ids.firstIndex(of: topic) else {
        fields.fault(question, "needs the choice \(topic)")
        return nil
      }
      return BitSet(index: index)
    }
  }
}
