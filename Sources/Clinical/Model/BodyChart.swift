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
  /// The areas in which its trigger points are felt.
  package let referral: String
}

/// Something that can be felt in a region: pain, spasm, knot ...
package struct Symptom: Sendable, Identifiable, Codable {
  package typealias ID = Identifier<Symptom>
  package let id: ID
  package let label: String
}

extension BodyRegion {
  /// The size of the grid of a view.
  package static let grid = (width: 100.0, height: 220.0)
}
