import Clinical
import Foundation
import Records
import Sealing

/// An evaluation with what its photos measure taken over.
package struct PhotoFindings: Sendable {
  package let photos: [TappedPhoto]
  package let measurements: [PhotoMeasurement]
  /// What to check again.
  package let warnings: [String]
  /// The draft with the measures in it.
  package let findings: CheckedFindings
}

extension Evaluations {
  /// Makes the link for a client's posture photos: for their newest draft, or for a new one. A link that the draft had
  /// before ends, and its photos are gone.
  ///
  /// - Parameters:
  ///   - token: the link's secret, of which only the hash is stored.
  ///   - scaleLength: the length of the scale bar in millimetres.
  ///   - keepUntil: the last day of photos that are kept as a record; nil keeps none.
  /// - Returns: the draft, and when the link ends.
  package func linkPhotos(
    of client: Client, views: [EvaluationView.ID], scaleLength: Int, keepUntil: CalendarDate?, token: LinkToken,
    pack: ContentPack
  ) async throws -> (draft: EvaluationRecord, expiresAt: Date) {
    let newestFirst = try await desk.evaluations(of: client.id)
    let basis = PhotoBasis(
      last: newestFirst.signed.first?.evaluation,
      isFemale: try await desk.acceptedAnswers(of: client.id).areOfAWoman)
    let draft =
      if let draft = newestFirst.first, draft.state == .draft {
        draft
      } else {
        try await record(CheckedFindings(Evaluation(), pack), of: client)
      }
    let expiresAt = try await desk.linkPhotos(
      of: draft.id, linkHash: token.hash, views: views, scaleLength: scaleLength,
      sealed: token.seal(basis, for: .photoBasis), keeping: keepUntil.map { ($0, token.bytes) })
    return (draft, expiresAt)
  }

  /// Returns what the photos of a draft measure. They take the place of what the draft said of the same findings.
  /// - Throws: `EvaluationRefusal.noTaps` when nothing was tapped that measures anything.
  package func tapped(_ record: EvaluationRecord) async throws -> PhotoFindings {
    let photos = try await desk.tappedPhotos(of: record.id)
    let pack = try await desk.content(record.contentVersion)
    let measurements = photos.flatMap { pack.measurements(from: $0) }
    guard !measurements.isEmpty else { throw CareRefusal.evaluation(.noTaps(record)) }
    var evaluation = record.evaluation
    evaluation.record(measurements)
    let views = Set(photos.map(\.view))
    evaluation.photos = evaluation.photos.filter { !views.contains($0.view) } + photos
    let file = LandmarkFile(photos: photos.map(\.photo))
    return PhotoFindings(
      photos: photos, measurements: measurements, warnings: pack.warnings(about: file),
      findings: try CheckedFindings(evaluation, pack))
  }

  /// Returns how a draft with the measures of its photos in it differs from the newest signed evaluation of the client.
  package func changes(by photos: PhotoFindings, in record: EvaluationRecord) async throws -> [FindingChange] {
    let last = try await desk.evaluations(of: record.client).signed.first?.evaluation ?? Evaluation()
    let answers = try await desk.acceptedAnswers(of: record.client)
    return photos.findings.pack.compare(last, photos.findings.evaluation, answers: answers)
  }

  /// Takes the measures of the photos over into the draft. The photos and their link are gone with that, but for those
  /// that the link was made to keep.
  /// - Returns: the draft, and the last day of each view that is kept.
  package func take(_ photos: PhotoFindings, into record: EvaluationRecord, dryRun: Bool) async throws
    -> (draft: EvaluationRecord, kept: [EvaluationView.ID: CalendarDate])
  {
    try await desk.transaction(dryRun: dryRun) {
      let edited = try await desk.editEvaluation(
        record, evaluation: photos.findings.evaluation, contentVersion: photos.findings.pack.version)
      var kept: [EvaluationView.ID: CalendarDate] = [:]
      for picture in try await desk.picturesToKeep(of: record.id) {
        guard let token = LinkToken(picture.secret) else { continue }
        let bytes = try token.open(photo: picture.sealed, of: picture.view.rawValue, id: picture.id)
        kept[picture.view] = try await desk.keepPicture(bytes, of: picture.view, in: record.id)
      }
      try await desk.endPhotos(of: record.id)
      return (edited, kept)
    }
  }
}

extension CheckedFindings {
  /// The findings with what an editor does not show of them: the photos, and the methods of what is as it was.
  package func keepingPhotos(of before: Evaluation) throws -> CheckedFindings {
    var kept = evaluation
    kept.photos = before.photos
    kept.methods = before.methods.filter { kept.findings[$0.key] == before.findings[$0.key] }
    return try CheckedFindings(kept, pack)
  }
}
