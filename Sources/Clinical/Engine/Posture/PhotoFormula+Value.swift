import Foundation

/// The calculation on levelled points. Up is -y; forward is x towards where the client faces.
extension PhotoFormula {
  typealias Point = Photo.Point

  /// Calculates the measure.
  ///
  /// - Parameters:
  ///   - p: levelled points, as many as `landmarkCount`.
  ///   - side: the side of the body, for formulas whose sign depends on it.
  /// - Returns: degrees or millimetres; nil if the points give no answer, or the scale or plumb line is missing.
  func value(_ p: [Point], side: BodyRegion.Side?, in photo: Photo) -> Double? {
    guard p.count == landmarkCount else { return nil }
    let value = isInMillimetres ? length(p, photo) : angle(p, side, photo)
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private func angle(_ p: [Point], _ side: BodyRegion.Side?, _ photo: Photo) -> Double? {
    let s = photo.facing
    return switch self {
    case .craniovertebralAngle, .headTilt: degrees(atan2(p[1].y - p[0].y, s * (p[0].x - p[1].x)))
    case .shoulderAngle, .pelvicTilt: degrees(atan2(p[1].y - p[0].y, s * (p[1].x - p[0].x)))
    case .thoracicCurve, .lumbarCurve: 180 - Self.angle(p[0], p[1], p[2])
    case .lineAngle, .trunkRotation: degrees(atan2(p[0].y - p[1].y, abs(p[1].x - p[0].x)))
    case .kneeFront:
      // Valgus (+): the kneecap lies towards the midline from the line between hip and ankle.
      copysign(180 - Self.angle(p[0], p[1], p[2]), Self.offset(p[1], from: p[0], p[2]) * inward(side, photo))
    case .kneeSide:
      // Hyperextended (+): the knee lies behind the line between hip and ankle.
      copysign(180 - Self.angle(p[0], p[1], p[2]), -s * Self.offset(p[1], from: p[0], p[2]))
    case .rearfoot:
      // Valgus (+): the heel leans outward from the line of the calf.
      copysign(180 - Self.angle(p[0], p[1], p[2]), -Self.offset(p[2], from: p[0], p[1]) * inward(side, photo))
    case .lineHeight, .trunkShift, .bladeDistance, .plumbDeviation: nil
    }
  }

  private func length(_ p: [Point], _ photo: Photo) -> Double? {
    guard let scale = photo.pixelsPerMillimetre, scale > 0 else { return nil }
    switch self {
    case .lineHeight: return (p[0].y - p[1].y) / scale
    case .trunkShift: return (photo.view == "posterior" ? 1 : -1) * (p[0].x - p[1].x) / scale
    case .bladeDistance: return abs(Self.offset(p[0], from: p[1], p[2])) / scale
    case .plumbDeviation: return photo.levelled("lm.plumb_top").map { photo.facing * (p[0].x - $0.x) / scale }
    default: return nil
    }
  }

  /// The angle at `b`.
  private static func angle(_ a: Point, _ b: Point, _ c: Point) -> Double {
    let (vx, vy, wx, wy) = (a.x - b.x, a.y - b.y, c.x - b.x, c.y - b.y)
    let cosine = (vx * wx + vy * wy) / (hypot(vx, vy) * hypot(wx, wy))
    return degrees(acos(max(-1, min(1, cosine))))
  }

  /// The distance by which `point` lies to the right of the line through two others, at its own height.
  private static func offset(_ point: Point, from a: Point, _ b: Point) -> Double {
    point.x - (a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
  }

  /// +1 when the right of the picture is towards the body's midline, -1 when the left is.
  private func inward(_ side: BodyRegion.Side?, _ photo: Photo) -> Double {
    (side == .right) == (photo.view == "anterior") ? 1 : -1
  }
}

private func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
