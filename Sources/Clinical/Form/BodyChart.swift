/// A region of the body chart, as an ellipse on a grid of 100 by 220 per view (x to the viewer's right, y down).
package struct BodyRegion: Sendable, Identifiable, Codable {
  package typealias ID = Identifier<BodyRegion>

  package enum View: String, Sendable, Codable { case front, back }
  package enum Side: String, Sendable, Codable { case left, right, mid }

  package struct Ellipse: Sendable, Codable {
    package let cx: Double
    package let cy: Double
    package let rx: Double
    package let ry: Double
  }

  package let id: ID
  package let label: String
  package let view: View
  package let side: Side
  package let shape: Ellipse
  package let muscles: [Muscle.ID]
  package let groups: [RegionGroup.ID]
}

package struct RegionGroup: Sendable, Identifiable, Codable {
  package typealias ID = Identifier<RegionGroup>
  package let id: ID
  package let title: String
  package let regions: [BodyRegion.ID]
}

package struct Muscle: Sendable, Identifiable, Codable {
  package typealias ID = Identifier<Muscle>
  package let id: ID
  package let name: String
  package let plainName: String
  package let action: String
  /// Where its trigger points are felt.
  package let referral: String
}

/// What can be felt in a region: pain, spasm, knot ...
package struct Symptom: Sendable, Identifiable, Codable {
  package typealias ID = Identifier<Symptom>
  package let id: ID
  package let label: String
}

extension BodyRegion {
  /// The grid of a view.
  package static let grid = (width: 100.0, height: 220.0)

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
