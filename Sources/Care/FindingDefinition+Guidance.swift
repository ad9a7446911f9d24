import Clinical

extension FindingDefinition {
  /// How it is measured and what is usual, in lines.
  package func guidance(_ pack: ContentPack) -> [String] {
    let marks = landmarks.flatMap { id -> [Landmark] in
      let stem = id.rawValue.hasSuffix("_*") ? String(id.rawValue.dropLast()) : nil
      let ids = stem.map { stem in ["l", "r"].map { Landmark.ID(rawValue: stem + $0) } } ?? [id]
      return ids.compactMap(pack.landmark)
    }
    let measured = [
      marks.isEmpty ? nil : "Measured between: \(marks.map(\.name).joined(separator: ", ")).",
      note.flatMap { $0.isEmpty ? nil : $0 },
    ]
    return measured.compactMap(\.self) + usual + (reference.isEmpty ? [] : ["Known: \(reference)"])
  }

  private var usual: [String] {
    if bands.isEmpty { return choices.isEmpty ? [] : [choices.map { "\($0.id): \($0.label)" }.joined(separator: "; ")] }
    let words = bands.sorted { $0.severity < $1.severity }.map { band in
      let span =
        switch (band.minimum, band.maximum) {
        case (let minimum?, let maximum?): "\(minimum.inFigures) to \(maximum.inFigures)"
        case (let minimum?, nil): "from \(minimum.inFigures)"
        case (nil, let maximum?): "below \(maximum.inFigures)"
        case (nil, nil): "any"
        }
      return "\(band.label) \(span)"
    }
    return ["In \(unit): \(words.joined(separator: ", "))."]
  }
}
