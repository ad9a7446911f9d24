import Clinical
import Foundation
import Records
import Sealing

/// What a client has typed so far, valid or not, exactly as the browser sent it.
struct Draft: Codable, Sendable, Hashable {
  /// Made once for a draft. Everything sent under one key is one submission.
  var submissionKey: UUID
  var fields = FieldValues()
  /// The page to continue on: a screen of the form, or one of `PagePath`.
  var place = "1"
  /// Questions answered by "No to all the rest on this page".
  var noToTheRest: Set<Question.ID> = []
  /// Red flags the client has been told about.
  var shownFlags: Set<RedFlag.ID> = []
  /// Whether the client has seen "Check your answers", to which a changed page then leads back.
  var hasReachedCheck = false
  /// Opens this draft on another device.
  var resumeCode: String?
  /// Whether the draft began with what the client told before.
  var isReturning = false
  /// What the therapist asks, if the form was sent back.
  var returned: EarlierForm.Returned?

  init(submissionKey: UUID, fields: FieldValues = FieldValues()) {
    self.submissionKey = submissionKey
    self.fields = fields
  }
}

extension Draft {
  private static let context = "plumbline draft 1"

  func sealed(under key: DraftKey, for token: LinkToken) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try SealedBox.seal([UInt8](encoder.encode(self)), under: key.bytes + token.bytes, context: Self.context)
  }

  init(opening sealed: [UInt8], under key: DraftKey, for token: LinkToken) throws {
    let plain = try SealedBox.open(sealed, under: key.bytes + token.bytes, context: Self.context)
    self = try JSONDecoder().decode(Draft.self, from: Data(plain))
  }
}
