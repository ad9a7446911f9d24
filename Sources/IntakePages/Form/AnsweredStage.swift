import Clinical

/// The answers of one stage of the form, as the client reads them back before sending: what was said no to is apart, and
/// the lines of an agreement are one answer.
struct AnsweredStage: Sendable {
  let stage: FormStage
  let answers: [AnsweredSection.Answer]
  let noes: [AnsweredSection.Answer]
}

extension AnswerReading {
  func stages(of path: FormPath, in words: any PageWords) -> [AnsweredStage] {
    let answers = Dictionary(
      sheet.sections(in: words).flatMap(\.answers).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return path.stages.map { stage in
      let asked = path.screens.filter { $0.stage.id == stage.id }.flatMap(\.questions)
      let given = asked.compactMap { answers[$0.id] }
      let isSafety = asked.contains { ScreenPage.safetySections.contains($0.section) }
      return AnsweredStage(
        stage: stage, answers: path.pack.joiningAgreements(given.filter { !isSafety || !$0.isNo }),
        noes: isSafety ? given.filter(\.isNo) : [])
    }.filter { !$0.answers.isEmpty || !$0.noes.isEmpty }
  }
}

extension ContentPack {
  /// Lines of an agreement with the same answer become one, under its title.
  fileprivate func joiningAgreements(_ answers: [AnsweredSection.Answer]) -> [AnsweredSection.Answer] {
    answers.compactMap { answer in
      guard let agreement = agreement(with: answer.id) else { return answer }
      let lines = answers.filter { agreement.questions.contains($0.id) }
      guard Set(lines.map(\.lines)).count == 1 else { return answer }
      guard lines[0].id == answer.id else { return nil }
      return .init(id: answer.id, question: agreement.title, lines: answer.lines, isNo: false)
    }
  }
}
