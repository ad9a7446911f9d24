import Clinical

/// The part of a printed evaluation that its photos give: a figure for each view, with the one before it below.
struct PostureAuthor {
  let source: EvaluationSource
  let content: ContentPack
  private let words = standardWords

  init(source: EvaluationSource, content: ContentPack) {
    self.source = source
    self.content = content
  }

  var blocks: [Handout.Block] {
    let figures = source.taking.evaluation.photos.compactMap(figure)
    return figures.isEmpty ? [] : [.heading(words.fromPhotos)] + figures.map { .posture($0) }
  }

  private func figure(_ photo: TappedPhoto) -> Handout.Posture? {
    let lines = photo.figure
    guard !lines.isEmpty else { return nil }
    let before = source.earlier.reversed().lazy.compactMap { taking in
      taking.evaluation.photos.first { $0.view == photo.view && !$0.figure.isEmpty }.map { (taking.day, $0) }
    }.first
    let drawn = Handout.Fact(label: words.drawnLines, value: words.drawnLines(since: before?.0))
    return Handout.Posture(
      title: content.views.first { $0.id == photo.view }?.name ?? photo.view.rawValue,
      lines: lines.map { $0.map(Handout.Posture.Spot.init) },
      earlier: (before?.1.figure ?? []).map { $0.map(Handout.Posture.Spot.init) },
      measures: content.measurements(from: photo).map(fact) + [drawn])
  }

  private func fact(_ measurement: PhotoMeasurement) -> Handout.Fact {
    let definition = content.finding(measurement.finding)
    let value = FindingValue.number(measurement.value.rounded(toPlaces: 1))
    let name = definition?.plainName.capitalisedFirst ?? measurement.finding.rawValue
    return Handout.Fact(
      label: "\([name, measurement.side.map(answerWords.side)].compactMap { $0 }.joined(separator: ", ")):",
      value: [definition.map { value.words(of: $0) }, measurement.method.isLevelled ? nil : words.notLevelled]
        .compactMap { $0 }.joined(separator: ", "))
  }
}

extension Handout.Posture.Spot {
  fileprivate init(_ point: Photo.Point) { self.init(x: point.x, y: point.y) }
}
