import Clinical

/// A landmark as it lies in the database.
struct PlacedLandmark: Decodable, Sendable {
  let view: String?
  let round: Int
  let landmark: String
  let x: Double
  let y: Double
}

extension [PlacedLandmark] {
  /// The landmarks of one round.
  func round(_ number: Int) -> [Landmark.ID: Photo.Point] {
    Dictionary(
      filter { $0.round == number }.map { (Landmark.ID(rawValue: $0.landmark), Photo.Point(x: $0.x, y: $0.y)) }
    ) { _, last in last }
  }
}
