/// A posture photo with the landmarks that were placed on it, once or twice. It is kept with the evaluation; the picture
/// is not.
package struct TappedPhoto: Sendable, Hashable {
  package let view: EvaluationView.ID
  /// The size of the picture in pixels, as it was shown.
  package let width: Int
  package let height: Int
  /// The length of the scale bar in millimetres.
  package let scaleLength: Double
  package var points: [Landmark.ID: Photo.Point]
  /// The landmarks as the same person placed them once more, to see how well they repeat it; empty if they did not.
  package var again: [Landmark.ID: Photo.Point]

  package init(
    view: EvaluationView.ID, width: Int, height: Int, scaleLength: Double, points: [Landmark.ID: Photo.Point],
    again: [Landmark.ID: Photo.Point] = [:]
  ) {
    self.view = view
    self.width = width
    self.height = height
    self.scaleLength = scaleLength
    self.points = points
    self.again = again
  }

  /// The photo to measure on: each landmark halfway between where it was placed first and again.
  package var photo: Photo {
    photo(
      points.merging(again.filter { points[$0.key] != nil }) { first, second in
        Photo.Point(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
      })
  }

  func photo(_ points: [Landmark.ID: Photo.Point]) -> Photo {
    Photo(view: view, points: points, scaleLength: scaleLength)
  }
}
