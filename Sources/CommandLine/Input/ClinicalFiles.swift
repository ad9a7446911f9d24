import Care
import Clinical
import JSON

extension InputFile {
  /// Reads the answers, findings and trigger points of one person.
  func caseFile(for pack: ContentPack) throws -> CaseFile {
    let bytes = try bytes()
    return try reading("a case") { () throws(MalformedInput) in try CaseFile(decoding: bytes, for: pack) }
  }

  /// Reads an object of question id to answer, or a case that has it as its member `answers`.
  func answers(for pack: ContentPack) throws -> Answers {
    let json = try json()
    return try answers(in: json["answers"] ?? json, for: pack)
  }

  private func answers(in json: JSON, for pack: ContentPack) throws -> Answers {
    let given = try reading("answers") { () throws(MalformedInput) in try Answers(json) }
    let (answers, problems) = pack.readingText(in: given, today: try .today())
    guard problems.isEmpty else { throw CareRefusal.intake(.problems(problems)) }
    try refuse(pack.unreadable(answers), "answers")
    return answers
  }

  /// Returns the answers after replacing those that the file gives; null removes one.
  func amending(_ answers: Answers, for pack: ContentPack) throws -> Answers {
    let json = try json()
    let changes = (json["answers"] ?? json).members ?? []
    let read = try self.answers(in: .object(changes.filter { $0.value != .null }), for: pack)
    var amended = answers
    for change in changes {
      let id = Question.ID(rawValue: change.key)
      amended[id] = read[id]
    }
    return amended
  }

  func landmarks(for pack: ContentPack) throws -> LandmarkFile {
    let bytes = try bytes()
    return try reading("landmarks") { () throws(MalformedInput) in try LandmarkFile(decoding: bytes, for: pack) }
  }

  /// Reads findings and trigger points, and checks them against the bounds of the pack.
  func findings(for pack: ContentPack) throws -> CheckedFindings {
    let json = try json()
    let named = try namingTriggerPoints(in: json, pack)
    let evaluation = try reading("findings") { () throws(MalformedInput) in try Evaluation(named) }
    do {
      return try CheckedFindings(evaluation, pack)
    } catch CareRefusal.evaluation(.unreadable(let faults)) {
      throw refusal(faults, "findings")
    }
  }

  /// Puts ids where trigger points are said in plain words: a text such as `upper trap, right, active`, or an object whose
  /// muscle is no id.
  private func namingTriggerPoints(in evaluation: JSON, _ pack: ContentPack) throws -> JSON {
    guard case .array(let elements)? = evaluation["trigger_points"], let members = evaluation.members else {
      return evaluation
    }
    var faults: [String] = []
    let points = elements.enumerated().map { place, element -> JSON in
      guard let text = element.string ?? element.wordsOfTriggerPoint(pack) else { return element }
      do throws(EvaluationTemplate.Unreadable) {
        let known = try pack.triggerPoint(text).json.members ?? []
        let said = element.members?.filter { !["muscle", "region", "side"].contains($0.key) } ?? []
        return .object(said + known.filter { member in !said.contains { $0.key == member.key } })
      } catch {
        faults.append("trigger point \(place + 1): \(error.reason)")
        return element
      }
    }
    try refuse(faults, "findings")
    return .object(members.filter { $0.key != "trigger_points" } + [.init("trigger_points", .array(points))])
  }

  func json() throws -> JSON {
    let bytes = try bytes()
    do throws(JSONFault) {
      return try JSON(parsing: bytes)
    } catch {
      throw CommandError(.usage, "\(path) is not JSON.", why: error.description, next: "Nothing was saved.")
    }
  }

  private func reading<Value>(_ kind: String, _ decode: () throws(MalformedInput) -> Value) throws -> Value {
    do throws(MalformedInput) {
      return try decode()
    } catch {
      throw refusal(error.faults, kind)
    }
  }

  private func refuse(_ faults: [String], _ kind: String) throws {
    if !faults.isEmpty { throw refusal(faults, kind) }
  }

  func refusal(_ faults: [String], _ kind: String) -> CommandError {
    CommandError(
      .usage, "\(path) does not hold \(kind) that can be read.", why: faults,
      next: ["Correct these and try again; nothing was saved."])
  }
}

extension JSON {
  /// The text that says the same as a trigger point with a muscle that has no such id.
  fileprivate func wordsOfTriggerPoint(_ pack: ContentPack) -> String? {
    guard let named = self["muscle"]?.string, pack.muscle(Muscle.ID(rawValue: named)) == nil else { return nil }
    return ["region", "side", "status"].reduce(named) { words, key in
      words + (self[key]?.string.map { ", \($0)" } ?? "")
    }
  }
}
