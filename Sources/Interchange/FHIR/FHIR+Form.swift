import Clinical
import JSON
import Records

/// The form, and what was answered to it.
extension FHIR {
  static let formURL = "urn:plumbline:questionnaire:intake"

  static func questionnaire(_ pack: ContentPack) -> JSON {
    entry(
      "Questionnaire", id(of: "questionnaire \(pack.version)"),
      [
        ("url", .string(formURL)), ("version", .string(pack.version)), ("title", .string("Intake for massage therapy")),
        ("status", .string("active")), ("subjectType", .array([.string("Patient")])),
        ("item", .array(pack.questions.map { item($0, pack) })),
      ])
  }

  private static func item(_ question: Question, _ pack: ContentPack) -> JSON {
    let shown = pack.showConditions(of: question)
    let conditions = (shown?.conditions ?? []).map { condition($0, pack) }
    return object([
      ("linkId", .string(question.id.rawValue)), ("text", .string(question.text)),
      ("type", .string(type(of: question.kind))), ("enableWhen", .array(conditions)),
      ("enableBehavior", conditions.count > 1 ? .string(shown?.all == true ? "all" : "any") : nil),
      ("required", question.required && !question.retired ? .bool(true) : nil),
      ("repeats", [.multi, .regionMap, .table].contains(question.kind) ? .bool(true) : nil),
      ("maxLength", question.kind.isTyped ? question.maximumLength.map { .integer($0) } : nil),
      (
        "answerOption",
        .array(question.choices.map { ["valueCoding": coding(system(question.id.rawValue), $0.id.rawValue, $0.label)] })
      ),
      ("item", .array(parts(of: question, pack))),
    ])
  }

  private static func condition(_ condition: ShowCondition, _ pack: ContentPack) -> JSON {
    let name = condition.question.rawValue
    let (comparison, answer): (String, (String, JSON)) =
      switch condition.test {
      case .answered: ("exists", ("answerBoolean", .bool(true)))
      case .chosen(let choice): ("=", ("answerCoding", coding(system(name), choice.rawValue)))
      case .number(let comparison, let limit): (comparison.sign, ("answerDecimal", JSON(number: limit)))
      }
    return object([("question", .string(name)), ("operator", .string(comparison)), answer])
  }

  private static func type(of kind: Question.Kind) -> String {
    switch kind {
    case .text, .email, .phone, .signature: "string"
    case .longtext: "text"
    case .date: "date"
    case .int, .decimal: "decimal"
    case .single, .multi: "choice"
    case .regionMap, .table: "group"
    case .consent: "boolean"
    }
  }

  /// The parts of an entry on the body chart, or the columns of a table.
  private static func parts(of question: Question, _ pack: ContentPack) -> [JSON] {
    func part(_ name: String, _ text: String, _ type: String, repeats: Bool = false) -> JSON {
      object([
        ("linkId", .string("\(question.id.rawValue)/\(name)")), ("text", .string(text)), ("type", .string(type)),
        ("repeats", repeats ? .bool(true) : nil),
      ])
    }
    switch question.kind {
    case .regionMap:
      return [
        part("region", "Region", "string"), part("symptoms", "What is felt", "string", repeats: true),
        part("nrs", "How strong, 0 to 10", "integer"), part("note", "Note", "text"),
      ]
    case .table: return question.columns.map { part($0.id, $0.label, "string") }
    default: return []
    }
  }

  /// Answers to questions that are not shown with the others are not in it.
  ///
  /// - Parameter record: an intake as an archive has it.
  static func response(_ record: JSON, _ pack: ContentPack) throws -> JSON {
    let last = record["amendments"]?.array?.last
    let answers = try Answers((last ?? record)["answers"] ?? .null)
    let sheet = AnswerSheet(answers, for: pack)
    let items = sheet.shown.flatMap { question, answer in answer.map { self.answer($0, to: question) } ?? [] }
    return entry(
      "QuestionnaireResponse", record["id"]?.string ?? "",
      [
        ("identifier", object([("system", .string(system("intake"))), ("value", record["short_id"])])),
        ("questionnaire", .string("\(formURL)|\(pack.version)")),
        ("status", .string(last == nil ? "completed" : "amended")),
        ("subject", reference(record["client_id"])), ("authored", record["submitted_at"]),
        ("author", reference(record["taken_by"]) ?? reference(record["client_id"])), ("item", .array(items)),
      ])
  }

  private static func answer(_ answer: AnswerValue, to question: Question) -> [JSON] {
    let name = question.id.rawValue
    func item(_ linkID: String, _ answers: [(String, JSON)]) -> JSON {
      object([
        ("linkId", .string(linkID)),
        ("answer", .array(answers.filter { $0.1 != .string("") }.map { .object([.init($0.0, $0.1)]) })),
      ])
    }
    func chosen(_ id: String) -> (String, JSON) {
      let label = question.choices.first { $0.id.rawValue == id }?.label
      return ("valueCoding", coding(system(name), id, label))
    }
    switch answer {
    case .text(let text) where question.kind == .single: return [item(name, [chosen(text)])]
    case .text(let text) where question.kind == .date && CalendarDate(iso: text) != nil:
      return [item(name, [("valueDate", .string(text))])]
    case .text(let text): return text.isBlank ? [] : [item(name, [("valueString", .string(text))])]
    case .number(let number): return [item(name, [("valueDecimal", JSON(number: number))])]
    case .choices(let ids): return ids.isEmpty ? [] : [item(name, ids.map { chosen($0.rawValue) })]
    case .consent(let given): return [item(name, [("valueBoolean", .bool(given))])]
    case .regions(let regions):
      return regions.map { region in
        group(
          name,
          [
            item("\(name)/region", [("valueString", .string(region.region.rawValue))]),
            item("\(name)/symptoms", region.symptoms.map { ("valueString", .string($0.rawValue)) }),
            item("\(name)/nrs", region.nrs.map { [("valueInteger", .integer($0))] } ?? []),
            item("\(name)/note", region.note.map { [("valueString", .string($0))] } ?? []),
          ])
      }
    case .rows(let rows):
      return rows.map { row in
        group(
          name, row.sorted { $0.key < $1.key }.map { item("\(name)/\($0.key)", [("valueString", .string($0.value))]) })
      }
    }
  }

  private static func group(_ name: String, _ parts: [JSON]) -> JSON {
    object([("linkId", .string(name)), ("item", .array(parts.filter { $0["answer"] != nil }))])
  }
}

extension Question.Kind {
  fileprivate var isTyped: Bool { [.text, .longtext, .email, .phone].contains(self) }
}

extension Rule.Comparison {
  fileprivate var sign: String {
    switch self {
    case .gte: ">="
    case .gt: ">"
    case .lte: "<="
    case .lt: "<"
    }
  }
}
