import Clinical
import Foundation
import JSON
import PostgreSQL

extension Desk {
  /// Makes the link for taking and tapping the photos of a draft evaluation. One that it had before ends, and its photos
  /// and taps are gone.
  ///
  /// - Parameters:
  ///   - sealed: a `PhotoBasis` under the link's secret.
  ///   - keeping: the last day of photos that are to be kept as a record, and the link's secret. `Refusal.blocked` where
  ///     the client, or a minor's guardian, has not agreed to that.
  /// - Returns: when the link ends.
  package func linkPhotos(
    of evaluation: EvaluationRecord.ID, linkHash: [UInt8], views: [EvaluationView.ID], scaleLength: Int,
    sealed: [UInt8], keeping: (until: CalendarDate, secret: [UInt8])? = nil
  ) async throws -> Date {
    try await call(
      "desk.photo_link", .id(evaluation), .bytes(linkHash), .json(.array(views.map { .string($0.rawValue) })),
      .int(scaleLength), .bytes(sealed), keeping.map { .day($0.until) }, keeping.map { .bytes($0.secret) }
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

  /// Returns the pictures of a draft evaluation that are to be kept; none once their link has ended.
  package func picturesToKeep(of evaluation: EvaluationRecord.ID) async throws -> [SealedPicture] {
    try await call("desk.photo_sealed", .id(evaluation)).decoded(as: SealedPicture.init)
  }

  /// Keeps a picture as a record of a draft evaluation.
  /// - Returns: the last day.
  package func keepPicture(
    _ bytes: [UInt8], of view: EvaluationView.ID, in evaluation: EvaluationRecord.ID
  ) async throws -> CalendarDate {
    try await call("desk.photo_keep", .id(evaluation), .text(view.rawValue), .bytes(bytes))
      .only { try $0.requiredDay("photo_keep") }
  }

  /// Returns the picture of a view that was kept with an evaluation; nil if there is none.
  package func keptPicture(of view: EvaluationView.ID, in evaluation: EvaluationRecord.ID) async throws -> [UInt8]? {
    try await call("desk.photo_kept", .id(evaluation), .text(view.rawValue)).decoded { try $0.data("picture") }.first
  }

  /// Removes the photos and taps of a draft evaluation and ends their link.
  package func endPhotos(of evaluation: EvaluationRecord.ID) async throws {
    _ = try await call("desk.photo_end", .id(evaluation))
  }
}
