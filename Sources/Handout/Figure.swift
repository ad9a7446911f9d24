import Clinical
import Foundation
import Typesetting

/// A body in a pose: joints by forward kinematics, limbs as tapered strokes. y grows downwards; the floor is 0.
struct Figure {
  /// A stroke between two joints with the radius at each.
  private struct Limb {
    var from: Point
    var to: Point
    var radii: (Double, Double)

    /// Returns the outline of the limb without its round ends.
    func outline(wider: Double) -> [Point] {
      let length = max(hypot(to.x - from.x, to.y - from.y), 0.001)
      let along = (to - from) * (1 / length)
      let across = Point(-along.y, along.x)
      let (start, end) = (across * (radii.0 + wider), across * (radii.1 + wider))
      return [from + start, to + end, to - end, from - start]
    }
  }

  private var torso: [Limb] = []
  private var arms: [[Limb]] = []
  private var legs: [[Limb]] = []
  private var head = Point(0, 0)
  private var nose: Point?
  /// The outline from shoulders to hips of a figure seen from the front.
  private var trunkOutline: [Point]?

  private static let headRadius = 8.8

  init(_ pose: ExerciseDrawing.Pose, view: ExerciseDrawing.View) {
    let hip = Point(pose.x, 0)
    let waist = hip + Point(angle: pose.trunk) * 17
    let shoulder = waist + Point(angle: pose.chest) * 17
    let isFront = view == .front
    head = shoulder + Point(angle: pose.neck) * 16.5
    torso = [Limb(from: shoulder, to: head, radii: (3.6, 3.2))]
    if isFront {
      let (across, low) = (Point(angle: pose.chest + 90), Point(angle: pose.trunk + 90))
      trunkOutline = [
        shoulder - across * 13, shoulder - across * 6 + Point(angle: pose.chest) * 3,
        shoulder + across * 6 + Point(angle: pose.chest) * 3, shoulder + across * 13, waist + low * 9.5,
        hip + low * 10.5, hip + low * 9 - Point(angle: pose.trunk) * 5, hip - low * 9 - Point(angle: pose.trunk) * 5,
        hip - low * 10.5, waist - low * 9.5,
      ]
    } else {
      torso += [
        Limb(from: hip, to: waist, radii: (7, 6.2)), Limb(from: waist, to: shoulder, radii: (6.2, 6.6)),
      ]
      nose = head + Point(angle: pose.neck + 97) * 10
    }
    for (index, angles) in pose.arms.enumerated() {
      let side = isFront ? Point(angle: pose.chest + 90) * (index == 0 ? -12 : 12) : Point(0, 0)
      arms.append(
        Self.chain(from: shoulder + side, angles, lengths: [17.5, 17.5], radii: [4.2, 3.5, 2.8]))
    }
    for (index, angles) in pose.legs.enumerated() {
      let side = isFront ? Point(angle: pose.trunk + 90) * (index == 0 ? -5.6 : 5.6) : Point(0, 0)
      legs.append(
        Self.chain(from: hip + side, angles, lengths: [25, 25, 9], radii: [6.2, 4.8, 3.6, 2.6]))
    }
    rest(at: pose.lift)
  }

  private static func chain(from start: Point, _ angles: [Double], lengths: [Double], radii: [Double]) -> [Limb] {
    var limbs: [Limb] = []
    var joint = start
    for (index, angle) in angles.enumerated() {
      let next = joint + Point(angle: angle) * lengths[index]
      limbs.append(Limb(from: joint, to: next, radii: (radii[index], radii[index + 1])))
      joint = next
    }
    return limbs
  }

  /// Moves the body so that its lowest point lies `lift` above the floor.
  private mutating func rest(at lift: Double) {
    let lowest = extent.map(\.y).max() ?? 0
    let shift = Point(0, -lowest - lift)
    func moved(_ limbs: [Limb]) -> [Limb] {
      limbs.map { Limb(from: $0.from + shift, to: $0.to + shift, radii: $0.radii) }
    }
    torso = moved(torso)
    arms = arms.map(moved)
    legs = legs.map(moved)
    head = head + shift
    nose = nose.map { $0 + shift }
    trunkOutline = trunkOutline.map { $0.map { $0 + shift } }
  }

  /// The points that bound the body.
  var extent: [Point] {
    let ends = (torso + arms.joined() + legs.joined()).flatMap { limb in
      [(limb.from, limb.radii.0), (limb.to, limb.radii.1)]
    }
    return (ends + [(head, Self.headRadius)]).flatMap { [$0 - Point($1, $1), $0 + Point($1, $1)] }
      + (trunkOutline ?? [])
  }

  /// Draws the figure.
  ///
  /// - Parameter halo: the colour of the thin edge that separates the near arm from the trunk; nil draws none.
  func draw(on canvas: some PictureSurface, near: InkColour, far: InkColour, halo: InkColour?) {
    if let trunkOutline {
      canvas.fill(trunkOutline, colour: near, smooth: true)
      draw((arms + legs).flatMap(\.self) + torso, on: canvas, colour: near)
      return canvas.disc(head, radius: Self.headRadius, fill: near)
    }
    draw((arms.dropFirst() + legs.dropFirst()).flatMap(\.self), on: canvas, colour: far)
    draw(torso + (legs.first ?? []), on: canvas, colour: near)
    canvas.disc(head, radius: Self.headRadius, fill: near)
    if let nose { canvas.stroke([head, nose], colour: near, width: 3) }
    guard let arm = arms.first else { return }
    if let halo { draw(arm, on: canvas, colour: halo, wider: 1.1) }
    draw(arm, on: canvas, colour: near)
  }

  private func draw(_ limbs: [Limb], on canvas: some PictureSurface, colour: InkColour, wider: Double = 0) {
    canvas.polygons(limbs.map { $0.outline(wider: wider) }, fill: colour)
    for (index, limb) in limbs.enumerated() {
      let isChained = index > 0 && limbs[index - 1].to == limb.from
      if !isChained { canvas.disc(limb.from, radius: limb.radii.0 + wider, fill: colour) }
      canvas.disc(limb.to, radius: limb.radii.1 + wider, fill: colour)
    }
  }
}

extension Point {
  /// Makes a step of length 1 in a direction given in degrees, clockwise from the top.
  fileprivate init(angle: Double) {
    let radians = angle * .pi / 180
    self.init(sin(radians), -cos(radians))
  }
}
