extension BodyRegion {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    label = fields.text("label")
    view = fields.word("view", or: .front)
    side = fields.word("side", or: .mid)
    let ellipse = fields.object("shape")
    shape = Ellipse(
      cx: ellipse.number("cx"), cy: ellipse.number("cy"), rx: ellipse.number("rx"), ry: ellipse.number("ry"))
    muscles = vocabulary.muscles.identifiers("muscles", in: fields)
    groups = vocabulary.groups.identifiers("groups", in: fields)
    let liesOnGrid =
      shape.cx - shape.rx >= 0 && shape.cx + shape.rx <= Self.grid.width && shape.cy - shape.ry >= 0
      && shape.cy + shape.ry <= Self.grid.height
    if !liesOnGrid { fields.fault("shape", "leaves the grid of 100 by 220: move or shrink it") }
  }
}

extension RegionGroup {
  init(_ fields: Fields, _ vocabulary: Vocabulary) {
    id = ID(rawValue: fields.id)
    title = fields.text("title")
    regions = vocabulary.regions.identifiers("regions", in: fields)
  }
}

extension Muscle {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    name = fields.text("name")
    plainName = fields.text("plain_name")
    action = fields.text("action")
    referral = fields.text("trp_referral")
  }
}

extension Symptom {
  init(_ fields: Fields) {
    id = ID(rawValue: fields.id)
    label = fields.text("label")
  }
}
