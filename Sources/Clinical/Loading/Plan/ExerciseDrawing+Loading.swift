import JSON

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
