/// A drawing of an exercise: a figure given by the angles of its joints, the things around it, and arrows.
///
/// Angles are in degrees, clockwise: 0 points up, 90 to the right, 180 down. A standing person is 110 units tall. x
/// counts from the hip to the right, y from the floor up.
package struct ExerciseDrawing: Sendable, Hashable, Codable {
  package enum View: String, Sendable, Codable { case side, front }

  package struct Pose: Sendable, Hashable, Codable {
    /// The angles of low back, upper back and neck, each from its lower end.
    package var trunk, chest, neck: Double
    /// The angles of upper arm and forearm; the nearer arm first, or the one on the left.
    package var arms: [[Double]]
    /// The angles of thigh, shin and foot, in the same order.
    package var legs: [[Double]]
    /// The position of the hip, and the height of the body's lowest point above the floor.
    package var x, lift: Double
  }

  package struct Prop: Sendable, Hashable, Codable {
    /// `pack` is something warm or cold on the body; `cue` is a line in the colour of the arrows.
    package enum Kind: String, Sendable, Codable { case line, ball, box, pack, cue, chair, wall }
    package var kind: Kind
    package var points: [[Double]]
    /// The width of a line, the radius of a ball or of a box's corners.
    package var size: Double
  }

  /// The text for a person who cannot see the drawing.
  package var alternative: String
  package var view: View
  /// Nil if only things are drawn.
  package var pose: Pose?
  /// The pose in which the movement starts, drawn pale behind the other.
  package var start: Pose?
  package var props: [Prop]
  /// The arrows: each a curve through its points, with a head at its end.
  package var arrows: [[[Double]]]
}
