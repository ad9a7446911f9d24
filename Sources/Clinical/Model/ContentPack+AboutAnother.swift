extension ContentPack {
  /// The section whose words are recorded as the client agreed to them.
  private static let agreed: FormSection.ID = "consent"

  /// This content in words for whoever fills in the form for somebody else: pages, questions and messages say "they"
  /// of the client. What is agreed to stays as it is, because the record says in which words it was. Nil where the
  /// content has no such words, as before 1.5.0.
  package var aboutAnother: ContentPack? {
    guard !wordsAboutAnother.isEmpty else { return nil }
    func turned(_ text: String) -> String { wordsAboutAnother[text] ?? text }
    return with(
      pages: pages.map { $0.reworded(turned) }, stages: stages.map { $0.reworded(turned) },
      agreements: agreements.map { $0.reworded(turned) }, sections: sections.map { $0.reworded(turned) },
      questions: questions.map { $0.section == Self.agreed ? $0 : $0.reworded(turned) }, wordsAboutAnother: [:],
      redFlags: redFlags.map { $0.reworded(turned) })
  }

  /// Everything that the client reads in the form, but for what is agreed to.
  package var textsOfTheForm: Set<String> {
    var texts: Set<String> = []
    func noted(_ text: String) -> String {
      texts.insert(text)
      return text
    }
    _ = pages.map { $0.reworded(noted) }
    _ = stages.map { $0.reworded(noted) }
    _ = agreements.map { $0.reworded(noted) }
    _ = sections.map { $0.reworded(noted) }
    _ = questions.filter { $0.section != Self.agreed && !$0.staffOnly && !$0.retired }.map { $0.reworded(noted) }
    _ = redFlags.filter { $0.urgency >= .urgent && !$0.isPrivate }.map { $0.reworded(noted) }
    return texts
  }
}

extension FormPage {
  fileprivate func reworded(_ word: (String) -> String) -> FormPage {
    FormPage(
      id: id, number: number, stage: stage, title: word(title), intro: word(intro), why: word(why),
      folds: folds.map { Fold(label: word($0.label), questions: $0.questions) }, questions: questions, slots: slots)
  }
}

extension FormStage {
  fileprivate func reworded(_ word: (String) -> String) -> FormStage {
    FormStage(id: id, title: word(title), why: word(why), isDeeper: isDeeper, offeredIf: offeredIf)
  }
}

extension Agreement {
  fileprivate func reworded(_ word: (String) -> String) -> Agreement {
    Agreement(id: id, title: word(title), questions: questions, without: word(without))
  }
}

extension FormSection {
  fileprivate func reworded(_ word: (String) -> String) -> FormSection {
    FormSection(id: id, title: word(title), intro: word(intro), order: order, page: page, isProtected: isProtected)
  }
}

extension RedFlag {
  fileprivate func reworded(_ word: (String) -> String) -> RedFlag {
    var flag = self
    flag.clientMessage = word(clientMessage)
    return flag
  }
}

extension Question {
  fileprivate func reworded(_ word: (String) -> String) -> Question {
    Question(
      id: id, section: section, order: order, page: page, text: word(text), hint: hint.map(word), why: why.map(word),
      kind: kind, required: required, choices: choices.map { $0.reworded(word) },
      choiceGroups: choiceGroups.map { ChoiceGroup(id: $0.id, label: word($0.label)) }, showIf: showIf, bounds: bounds,
      notAfterThisYear: notAfterThisYear, earliest: earliest, notAfterToday: notAfterToday,
      defaultsToToday: defaultsToToday, unit: unit, maximumLength: maximumLength, isNumericRating: isNumericRating,
      columns: columns.map { $0.reworded(word) }, maximumEntries: maximumEntries, asksSymptoms: asksSymptoms,
      staffOnly: staffOnly, retired: retired, requiredSince: requiredSince, unread: unread)
  }
}

extension Question.Choice {
  fileprivate func reworded(_ word: (String) -> String) -> Self {
    Self(id: id, label: word(label), exclusive: exclusive, retired: retired, unread: unread, group: group)
  }
}

extension Question.Column {
  fileprivate func reworded(_ word: (String) -> String) -> Self {
    Self(id: id, label: word(label), maximumLength: maximumLength, required: required)
  }
}
