import Clinical
import Foundation
import PostgreSQL

extension Door {
  /// Returns what a photo link opens, and remembers whose it is for what will be written through it.
  /// - Throws: `Refusal.notFound` alike for a link that is unknown, malformed or has ended.
  package func openPhotos(linkHash: [UInt8]) async throws -> OpenedPhotos {
    let (practice, photos) = try await database.call("door.photo_open", .bytes(linkHash)).only { row in
      (try LinkedPractice(row), try OpenedPhotos(row))
    }
    linkPractices[linkHash] = practice
    return photos
  }

  /// Stores the picture of a view; the one before it goes, with its landmarks. `Refusal.blocked` after forty.
  /// - Parameters:
  ///   - size: in pixels, as the picture is shown.
  ///   - sealed: the cleaned file under the link's secret.
  package func savePhoto(
    linkHash: [UInt8], view: EvaluationView.ID, id: UUID, size: (width: Int, height: Int), sealed: [UInt8]
  ) async throws {
    let practice = try await practice(of: linkHash)
    _ = try await database.call(
      "door.photo_save", .bytes(linkHash), .text(view.rawValue), .uuid(id), .int(size.width), .int(size.height),
      .bytes(sealed), group: practice.id)
  }

  /// Returns a sealed picture, or nil if another has taken its place.
  package func loadPhoto(linkHash: [UInt8], view: EvaluationView.ID, id: UUID) async throws -> [UInt8]? {
    try await database.call("door.photo_load", .bytes(linkHash), .text(view.rawValue), .uuid(id))
      .decoded { try $0.data("sealed") }.first
  }

  /// Places a landmark in pixels of the picture, or takes it away.
  /// - Parameters:
  ///   - id: that of the picture it was placed on; `Refusal.stale` if another has taken its place.
  ///   - round: 1, or 2 when the therapist places all of them once more.
  ///   - point: nil takes the landmark away.
  package func placeLandmark(
    linkHash: [UInt8], view: EvaluationView.ID, id: UUID, round: Int, landmark: Landmark.ID, at point: Photo.Point?
  ) async throws {
    let practice = try await practice(of: linkHash)
    _ = try await database.call(
      "door.photo_place", .bytes(linkHash), .text(view.rawValue), .uuid(id), .int(round), .text(landmark.rawValue),
      point.map { .text(String($0.x)) }, point.map { .text(String($0.y)) }, batchable: true, group: practice.id)
  }
}
