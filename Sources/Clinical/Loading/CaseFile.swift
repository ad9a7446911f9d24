import JSON

/// One person's answers and findings as a file: `{"answers": {...}, "findings": {...}, "trigger_points": [...]}`. The
/// last two may be missing; other members are ignored.
package struct CaseFile: Sendable {
  package let answers: Answers
  package let evaluation: Evaluation

  /// Decodes a file and rejects what could only be misread: text that is not JSON, ids that the pack does not have, and
  /// values of another shape than the question or finding has. It does not check bounds, nor that answers are complete.
  package init(decoding bytes: [UInt8], for pack: ContentPack) throws(MalformedInput) {
    let json = try JSON(file: bytes)
    guard json.members != nil, let answers = json["answers"] else {
      throw MalformedInput(["a case is an object with a member \"answers\""])
    }
    self.answers = try Answers(answers)
    evaluation = try Evaluation(json)
    let faults = pack.unreadable(self.answers) + pack.unreadable(evaluation)
    if !faults.isEmpty { throw MalformedInput(faults) }
  }
}
