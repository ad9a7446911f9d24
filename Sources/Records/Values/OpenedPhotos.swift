import Clinical
import Foundation
import PostgreSQL

extension Door {
  /// What a photo link opens, but the pictures themselves.
  package struct OpenedPhotos: Sendable {
    package struct Picture: Decodable, Sendable {
      package let view: String
      package let id: UUID
      /// In pixels, as it is shown.
      package let width: Int
      package let height: Int
    }

    package let practice: PracticeSign
    /// The short id of the draft.
    package let evaluation: String
    package let contentVersion: String
    /// The views to take, in their order.
    package let views: [EvaluationView.ID]
    /// In millimetres.
    package let scaleLength: Int
    /// A `PhotoBasis`.
    package let sealed: [UInt8]
    package let expiresAt: Date
    /// The last day of the photos in the record; nil when they are not kept.
    package let keepUntil: CalendarDate?
    package let pictures: [Picture]
    private let points: [PlacedLandmark]
  }
}

extension Door.OpenedPhotos {
  package func picture(of view: EvaluationView.ID) -> Picture? { pictures.first { $0.view == view.rawValue } }

  /// The landmarks that are placed on the picture of a view; nil when there is no picture of it.
  package func tapped(_ view: EvaluationView.ID) -> TappedPhoto? {
    guard let picture = picture(of: view) else { return nil }
    let points = points.filter { $0.view == view.rawValue }
    return TappedPhoto(
      view: view, width: picture.width, height: picture.height, scaleLength: Double(scaleLength),
      points: points.round(1), again: points.round(2))
  }

  init(_ row: Row) throws {
    practice = try Door.PracticeSign(row)
    evaluation = try row.string("evaluation")
    contentVersion = try row.string("content_version")
    views = try row.json("views", as: [String].self).map(EvaluationView.ID.init(rawValue:))
    scaleLength = try row.integer("scale_mm")
    sealed = try row.data("sealed")
    expiresAt = try row.requiredInstant("expires_at")
    keepUntil = try row.day("keep_until")
    pictures = try row.json("photos")
    points = try row.json("points")
  }
}
