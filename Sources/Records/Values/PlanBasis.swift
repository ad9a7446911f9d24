import Clinical

/// What the wording of a plan was made from. It is kept with the plan; the database refuses anything but the newest.
package struct PlanBasis: Sendable, Encodable {
  package let intake: Intake.ID
  package let evaluation: EvaluationRecord.ID?
  package let contentVersion: String
  package let items: [PlanItem]
  /// Lesser red flags that pause the plan if a later intake or a check-in raises them; urgent ones pause every plan.
  package let pausingFlags: [RedFlag.ID]
  /// The version of the draft that was read.
  package let version: Int

  package init(
    intake: Intake.ID, evaluation: EvaluationRecord.ID?, contentVersion: String, items: [PlanItem],
    pausingFlags: [RedFlag.ID], version: Int
  ) {
    self.intake = intake
    self.evaluation = evaluation
    self.contentVersion = contentVersion
    self.items = items
    self.pausingFlags = pausingFlags
    self.version = version
  }

  private enum CodingKeys: String, CodingKey {
    case intake, evaluation, items, version
    case contentVersion = "content_version"
    case pausingFlags = "pausing_flags"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(intake.description, forKey: .intake)
    try container.encodeIfPresent(evaluation?.description, forKey: .evaluation)
    try container.encode(contentVersion, forKey: .contentVersion)
    try container.encode(items, forKey: .items)
    try container.encode(pausingFlags, forKey: .pausingFlags)
    try container.encode(version, forKey: .version)
  }
}
