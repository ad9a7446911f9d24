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
  /// The screen whose open questions were just answered so, to be shown to the client once more.
  var sweptScreen: String?
  /// Red flags the client has been told about.
  var shownFlags: Set<RedFlag.ID> = []
  /// Whether the client has seen "Check your answers", to which a changed page then leads back.
  var hasReachedCheck = false
  /// Opens this draft on another device.
  var resumeCode: String?
  /// Whether the draft began with what the client told before.
  var isReturning = false
  /// Whether the form was sent, and this adds to it.
  var isDeeper = false
  /// The deeper stages that the client has gone through.
  var finishedStages: Set<FormStage.ID> = []
  /// Whether the body chart is a list.
  var prefersList = false
  /// What the therapist asks, if the form was sent back.
  var returned: EarlierForm.Returned?

  init(submissionKey: UUID, fields: FieldValues = FieldValues()) {
    self.submissionKey = submissionKey
    self.fields = fields
  }
}

extension Draft {
  /// Reads a draft, also one that was begun before an update of the program.
  init(from decoder: any Decoder) throws {
    let stored = try decoder.container(keyedBy: CodingKeys.self)
    submissionKey = try stored.decode(UUID.self, forKey: .submissionKey)
    fields = try stored.decode(FieldValues.self, forKey: .fields)
    place = try stored.decode(String.self, forKey: .place)
    noToTheRest = try stored.decode(Set<Question.ID>.self, forKey: .noToTheRest)
    shownFlags = try stored.decode(Set<RedFlag.ID>.self, forKey: .shownFlags)
    hasReachedCheck = try stored.decode(Bool.self, forKey: .hasReachedCheck)
    resumeCode = try stored.decodeIfPresent(String.self, forKey: .resumeCode)
    isReturning = try stored.decode(Bool.self, forKey: .isReturning)
    returned = try stored.decodeIfPresent(EarlierForm.Returned.self, forKey: .returned)
    sweptScreen = try stored.decodeIfPresent(String.self, forKey: .sweptScreen)
    finishedStages = try stored.decodeIfPresent(Set<FormStage.ID>.self, forKey: .finishedStages) ?? []
    isDeeper = try stored.decodeIfPresent(Bool.self, forKey: .isDeeper) ?? false
    prefersList = try stored.decodeIfPresent(Bool.self, forKey: .prefersList) ?? false
  }

  private static let context = "plumbline draft 1"

  func sealed(under key: DraftKey, for token: LinkToken) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return SealedBox.seal([UInt8](try encoder.encode(self)), under: key.bytes + token.bytes, context: Self.context)
  }

  init(opening sealed: [UInt8], under key: DraftKey, for token: LinkToken) throws {
    let plain = try SealedBox.open(sealed, under: key.bytes + token.bytes, context: Self.context)
    self = try JSONDecoder().decode(Draft.self, from: Data(plain))
  }
}
