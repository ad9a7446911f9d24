import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  /// Makes the link for taking and tapping the photos of a draft evaluation. One that it had before ends, and its photos
  /// and taps are gone.
  ///
  /// - Parameter sealed: a `PhotoBasis` under the link's secret.
  /// - Returns: when the link ends.
  package func linkPhotos(
    of evaluation: EvaluationRecord.ID, linkHash: [UInt8], views: [EvaluationView.ID], scaleLength: Int,
    sealed: [UInt8]
  ) async throws -> Date {
    try await call(
      "desk.photo_link", .id(evaluation), .bytes(linkHash), .json(.array(views.map { .string($0.rawValue) })),
      .int(scaleLength), .bytes(sealed)
    ).only { try $0.requiredInstant("expires_at") }
  }

  /// Returns the photos of a draft evaluation with the landmarks that were tapped on them.
  package func tappedPhotos(of evaluation: EvaluationRecord.ID) async throws -> [TappedPhoto] {
    try await call("desk.photo_taps", .id(evaluation)).decoded { row in
      let points = try row.json("points", as: [PlacedLandmark].self)
      return TappedPhoto(
        view: EvaluationView.ID(rawValue: try row.string("view")), width: try row.integer("width"),
        height: try row.integer("height"), scaleLength: Double(try row.integer("scale_mm")),
        points: points.round(1), again: points.round(2))
    }
  }

  /// Removes the photos and taps of a draft evaluation and ends their link.
  package func endPhotos(of evaluation: EvaluationRecord.ID) async throws {
    _ = try await call("desk.photo_end", .id(evaluation))
  }
}
