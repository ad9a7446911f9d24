import Clinical
import JSON
import Records

/// What a Bundle of FHIR R4, or a resource of its own, brings along: people, and answers to our form.
package struct FHIRArrival: Sendable {
  package enum Fault: Error, Sendable, Hashable {
    case notFHIR
    /// There is neither a Patient nor a QuestionnaireResponse to our form in it.
    case nothingOfUse
  }

  package struct Response: Sendable {
    /// The reference to whom it is about; nil when it does not say.
    package let subject: String?
    /// The place among `patients` of whom it is about; nil when it does not come along.
    package internal(set) var patient: Int?
    package let answers: Answers
    /// The ids of what it answers that our form does not ask, or that is no answer to it.
    package let misfits: [String]
  }

  /// Patients by how others refer to them.
  package let patients: [(references: [String], client: ArrivingClient)]
  package let responses: [Response]
  /// How many resources of other kinds there are, which are not taken over.
  package let others: Int

  /// - Throws: `Fault`, or what today's date throws where it cannot be told.
  package init(_ bytes: [UInt8], pack: ContentPack) throws {
    guard let json = try? JSON(parsing: bytes), let type = json["resourceType"]?.string else { throw Fault.notFHIR }
    let entries = type == "Bundle" ? json["entry"]?.array ?? [] : [["resource": json]]
    var patients: [(references: [String], resource: JSON)] = []
    var responses: [Response] = []
    for entry in entries {
      guard let resource = entry["resource"] else { continue }
      switch resource["resourceType"]?.string {
      case "Patient":
        let byID = resource["id"]?.string.map { ["Patient/\($0)", "urn:uuid:\($0)"] } ?? []
        let references = Array(Set([entry["fullUrl"]?.string].compactMap(\.self) + byID)).sorted()
        patients.append((references, resource))
      case "QuestionnaireResponse" where resource["questionnaire"]?.string?.hasPrefix(FHIR.formURL) ?? false:
        responses.append(Self.response(resource, pack))
      default: break
      }
    }
    guard !patients.isEmpty || !responses.isEmpty else { throw Fault.nothingOfUse }
    let clients = try ClientTable(patients: patients.map(\.resource)).clients(pack: pack)
    self.patients = zip(patients, clients).map { ($0.references, $1) }
    // A reference that two people share names neither.
    let places = Dictionary(
      patients.enumerated().flatMap { place, patient in patient.references.map { ($0, Optional(place)) } },
      uniquingKeysWith: { _, _ in nil })
    self.responses = responses.map { response in
      var response = response
      response.patient = response.subject.flatMap { places[$0] ?? nil }
      return response
    }
    others = entries.count - patients.count - responses.count
  }

  private static func response(_ resource: JSON, _ pack: ContentPack) -> Response {
    var answers = Answers()
    var misfits: [String] = []
    let items = Dictionary(grouping: flat(resource["item"]?.array ?? [], pack)) { $0["linkId"]?.string ?? "" }
    for (name, items) in items.sorted(by: { $0.key < $1.key }) {
      guard let question = pack.question(.init(rawValue: name)), let answer = answer(items, to: question) else {
        misfits.append(name)
        continue
      }
      answers[question.id] = answer
    }
    return Response(subject: resource["subject"]?["reference"]?.string, answers: answers, misfits: misfits)
  }

  /// The items of questions, also those within groups that another system has made.
  private static func flat(_ items: [JSON], _ pack: ContentPack) -> [JSON] {
    items.flatMap { item in
      let isGroup = item["answer"] == nil && pack.question(.init(rawValue: item["linkId"]?.string ?? "")) == nil
      return isGroup ? flat(item["item"]?.array ?? [], pack) : [item]
    }
  }

  private static func answer(_ items: [JSON], to question: Question) -> AnswerValue? {
    let answers = items.flatMap { $0["answer"]?.array ?? [] }
    switch question.kind {
    case .multi:
      let ids = answers.compactMap { $0["valueCoding"]?["code"]?.string }
      return ids.count == answers.count ? .choices(ids.map(Question.Choice.ID.init(rawValue:))) : nil
    case .regionMap:
      let regions = items.map { region(Parts($0, of: question)) }
      return regions.contains { $0 == nil } ? nil : .regions(regions.compactMap(\.self))
    case .table:
      return .rows(
        items.map { item in
          let parts = Parts(item, of: question)
          let cells = question.columns.compactMap { column in parts.texts(column.id).first.map { (column.id, $0) } }
          return Dictionary(cells) { first, _ in first }
        })
    default: return answers.count == 1 ? one(answers[0], to: question) : nil
    }
  }

  private static func one(_ answer: JSON, to question: Question) -> AnswerValue? {
    switch question.kind {
    case .consent: answer["valueBoolean"]?.bool.map { .consent($0) }
    case .int, .decimal: (answer["valueDecimal"] ?? answer["valueInteger"])?.number.map { .number($0) }
    case .single: answer["valueCoding"]?["code"]?.string.map { .text($0) }
    default: (answer["valueString"] ?? answer["valueDate"])?.string.map { .text($0) }
    }
  }

  private static func region(_ parts: Parts) -> MarkedRegion? {
    parts.texts("region").first.map { region in
      MarkedRegion(
        region: .init(rawValue: region), symptoms: parts.texts("symptoms").map(Symptom.ID.init(rawValue:)),
        nrs: parts.answers("nrs").first?["valueInteger"]?.integer, note: parts.texts("note").first)
    }
  }
}

/// The parts of an entry on the body chart, or of a row of a table.
private struct Parts {
  private let items: [JSON]
  private let name: String

  init(_ item: JSON, of question: Question) {
    items = item["item"]?.array ?? []
    name = question.id.rawValue
  }

  func answers(_ part: String) -> [JSON] {
    items.filter { $0["linkId"]?.string == "\(name)/\(part)" }.flatMap { $0["answer"]?.array ?? [] }
  }

  func texts(_ part: String) -> [String] { answers(part).compactMap { $0["valueString"]?.string } }
}
