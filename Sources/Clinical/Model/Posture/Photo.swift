import Foundation

/// The landmarks of one posture photo, in image pixels: x to the right, y down.
package struct Photo: Sendable {
  package struct Point: Sendable, Hashable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  package let view: EvaluationView.ID
  package let points: [Landmark.ID: Point]
  /// The length of the scale bar in millimetres, if it is known.
  package let scaleLength: Double?
  /// Nil when the picture has no scale bar, so that it gives no lengths in millimetres.
  package let pixelsPerMillimetre: Double?
  /// The camera's roll, measured on the plumb line, in radians; nil when the picture shows none and counts as level.
  package let roll: Double?

  /// - Parameters:
  ///   - scaleLength: the length of the bar between `lm.scale_a` and `lm.scale_b`, in millimetres.
  ///   - pixelsPerMillimetre: the scale of a picture without a bar, if known.
  package init(
    view: EvaluationView.ID, points: [Landmark.ID: Point], scaleLength: Double? = nil,
    pixelsPerMillimetre: Double? = nil
  ) {
    self.view = view
    self.points = points
    self.scaleLength = scaleLength
    if let top = points["lm.plumb_top"], let bottom = points["lm.plumb_bottom"] {
      roll = atan2(bottom.x - top.x, bottom.y - top.y)
    } else {
      roll = nil
    }
    if let length = scaleLength, length > 0, let a = points["lm.scale_a"], let b = points["lm.scale_b"] {
      self.pixelsPerMillimetre = hypot(a.x - b.x, a.y - b.y) / length
    } else {
      self.pixelsPerMillimetre = pixelsPerMillimetre
    }
  }

  /// Returns a point with the camera's roll taken out.
  package func levelled(_ id: Landmark.ID) -> Point? {
    guard let point = points[id] else { return nil }
    let roll = roll ?? 0
    return Point(x: point.x * cos(roll) - point.y * sin(roll), y: point.x * sin(roll) + point.y * cos(roll))
  }

  /// +1 when the client faces the right edge of the picture, -1 when the left one.
  var facing: Double { view == "lateral_l" ? -1 : 1 }
}
