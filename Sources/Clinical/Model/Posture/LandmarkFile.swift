/// The landmarks and readings of one examination, to measure findings from.
package struct LandmarkFile: Sendable {
  package let photos: [Photo]
  /// Inclinometer readings in degrees, by name: `a_T1`, `a_T12`, `a_S1`.
  package let readings: [String: Double]

  package init(photos: [Photo], readings: [String: Double] = [:]) {
    self.photos = photos
    self.readings = readings
  }
}
