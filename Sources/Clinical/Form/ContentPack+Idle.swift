extension ContentPack {
  /// The questions whose answers are kept for the record and change nothing else. Nobody needs to be asked for them later.
  package var questionsForTheRecordOnly: Set<Question.ID> {
    Set(ContentCoverage(self).entries.filter { $0.effects == [.record] }.map(\.question.id))
  }
}
