extension TappedPhoto {
  /// The lines of the posture in millimetres, with the camera's roll taken out: x from the plumb line, y upwards from the
  /// lowest landmark. Two figures of a view lie over each other so. Empty without plumb line or scale.
  package var figure: [[Photo.Point]] {
    let photo = photo
    guard let scale = photo.pixelsPerMillimetre, scale > 0, let plumb = photo.levelled("lm.plumb_top") else {
      return []
    }
    let lines = PostureLines.lines(of: view).map { $0.compactMap(photo.levelled) }.filter { $0.count > 1 }
    guard let lowest = lines.joined().map(\.y).max() else { return [] }
    return lines.map { line in
      line.map { Photo.Point(x: ($0.x - plumb.x) / scale, y: (lowest - $0.y) / scale) }
    }
  }
}
