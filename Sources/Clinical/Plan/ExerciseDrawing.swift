import JSON

/// How something to do at home looks: a figure given by the angles of its joints, the things around it, and arrows.
///
/// Angles are in degrees like a clock's hand: 0 points up, 90 to the right, 180 down. Lengths are in a unit of which a
/// standing person measures 110; x is counted from the hip to the right, y from the floor up.
package struct ExerciseDrawing: Sendable, Hashable, Codable {
  package enum View: String, Sendable, Codable { case side, front }

  package struct Pose: Sendable, Hashable, Codable {
    /// Low back, upper back and neck, each from its lower end.
    package var trunk, chest, neck: Double
    /// Upper arm and forearm; the nearer arm first, or the one on the left.
    package var arms: [[Double]]
    /// Thigh, shin and foot, in the same order.
    package var legs: [[Double]]
    /// Where the hip is; `lift` is how high above the floor the lowest point of the body lies.
    package var x, lift: Double
  }

  package struct Prop: Sendable, Hashable, Codable {
    /// `pack` is something warm or cold on the body, `cue` a line in the colour of arrows.
    package enum Kind: String, Sendable, Codable { case line, ball, box, pack, cue, chair, wall }
    package var kind: Kind
    package var points: [[Double]]
    /// Width of a line, radius of a ball or of a box's corners.
    package var size: Double
  }

  /// What a person who does not see it is told.
  package var alternative: String
  package var view: View
  /// Nil when only things are drawn.
  package var pose: Pose?
  /// Where the movement starts, drawn pale behind.
  package var start: Pose?
  package var props: [Prop]
  /// Each a curve through its points, with a head at its end.
  package var arrows: [[[Double]]]
}

extension ExerciseDrawing {
  init(_ fields: Fields) {
    alternative = fields.text("alt")
    view = fields["view"] == nil ? .side : fields.word("view", or: .side)
    pose = fields["pose"] == nil ? nil : Pose(fields.object("pose"))
    start = fields["start"] == nil ? nil : Pose(fields.object("start"))
    props = fields.optionalObjects("props", idKey: "kind").map(Prop.init)
    arrows = fields["arrows"]?.array?.map(\.numberLists) ?? []
    if arrows.contains(where: { $0.count < 2 }) { fields.fault("arrows", "must each have two points or more") }
  }
}

extension ExerciseDrawing.Pose {
  fileprivate init(_ fields: Fields) {
    trunk = fields.number("trunk")
    chest = fields.optionalNumber("chest") ?? trunk
    neck = fields.optionalNumber("neck") ?? chest
    arms = fields["arms"]?.numberLists ?? []
    legs = fields["legs"]?.numberLists ?? []
    x = fields.optionalNumber("x") ?? 0
    lift = fields.optionalNumber("lift") ?? 0
    if arms.contains(where: { $0.count != 2 }) { fields.fault("arms", "must each be two angles") }
    if legs.contains(where: { $0.count != 3 }) { fields.fault("legs", "must each be three angles") }
  }
}

extension ExerciseDrawing.Prop {
  fileprivate init(_ fields: Fields) {
    kind = fields.word("kind", or: .line)
    points = fields["points"]?.numberLists ?? []
    size = fields.optionalNumber("size") ?? 2.4
    if points.isEmpty || points.contains(where: { $0.count != 2 }) {
      fields.fault("points", "must be pairs of x and y")
    }
  }
}

extension JSON {
  fileprivate var numberLists: [[Double]] { array?.map { $0.array?.compactMap(\.number) ?? [] } ?? [] }
}
