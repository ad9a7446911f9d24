import Clinical
import Foundation
import Sealing

/// What a client has typed so far, valid or not, exactly as the form sent it.
struct Draft: Codable, Sendable, Hashable {
  /// Minted once; sending twice under one key is one submission.
  var submissionKey: UUID
  var fields = FieldValues()
  /// Where to go on: a page of the form, or one of `PagePath`.
  var place = "1"
  /// Questions answered by "No to all the rest on this page".
  var noToTheRest: Set<Question.ID> = []
  /// Red flags the client has been told about.
  var shownFlags: Set<RedFlag.ID> = []
  /// The client has seen "Check your answers": a changed page leads back there.
  var hasReachedCheck = false
  /// Sections a returning client said are as they were; their pages are passed over.
  var unchangedSections: Set<FormSection.ID> = []
  /// Opens this draft on another device.
  var resumeCode: String?
  /// Begun with the answers of last time.
  var isReturning = false

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
