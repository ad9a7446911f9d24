extension AnswerCheck {
  private static let longestNote = 200

  /// Checks that each region is known and marked once, with what is felt there and a score of 0 to 10 if those are asked.
  func problems(withRegions entries: [MarkedRegion]) -> [Problem] {
    var seen: Set<BodyRegion.ID> = []
    var problems = tooMany(entries.count)
    for entry in entries {
      guard let region = pack.region(entry.region) else {
        problems.append(problem(.regionUnknown))
        continue
      }
      let values = ["region": region.label, "max": "\(Self.longestNote)"]
      if !seen.insert(entry.region).inserted { problems.append(problem(.regionTwice, values)) }
      if question.asksSymptoms && entry.symptoms.isEmpty { problems.append(problem(.regionSymptomMissing, values)) }
      if entry.symptoms.contains(where: { pack.symptom($0) == nil }) {
        problems.append(problem(.regionSymptomUnknown, values))
      }
      if let score = entry.nrs, !(0...10).contains(score) { problems.append(problem(.regionScore, values)) }
      if let note = entry.note {
        if note.utf8.contains(0) { problems.append(problem(.textControl)) }
        if note.characterLength > Self.longestNote { problems.append(problem(.regionNoteTooLong, values)) }
      }
    }
    return problems
  }

  func problems(withRows rows: [[String: String]]) -> [Problem] {
    tooMany(rows.count) + rows.enumerated().flatMap { position, row in problems(withRow: row, number: position + 1) }
  }

  private func problems(withRow row: [String: String], number: Int) -> [Problem] {
    let known = Set(question.columns.map(\.id))
    guard known.isSuperset(of: row.keys) else { return [problem(.columnUnknown, ["row": "\(number)"])] }
    return question.columns.compactMap { column in
      let cell = row[column.id] ?? ""
      let values = ["row": "\(number)", "column": column.label, "max": "\(column.maximumLength)"]
      if column.required && cell.isBlank { return problem(.columnRequired, values) }
      if cell.utf8.contains(0) { return problem(.textControl) }
      return cell.characterLength > column.maximumLength ? problem(.columnTooLong, values) : nil
    }
  }

  private func tooMany(_ count: Int) -> [Problem] {
    guard let maximum = question.maximumEntries, count > maximum else { return [] }
    return [problem(.tooManyEntries, ["count": "\(count)", "max": "\(maximum)"])]
  }
}
