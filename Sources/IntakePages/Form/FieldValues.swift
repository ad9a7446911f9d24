import Clinical
import HTTPServer

/// The fields of a form by name, with their values in the order sent. An absent field was left blank.
///
/// ## Names of the fields
///
/// | kind of question | field | value |
/// |---|---|---|
/// | text, longtext, email, phone, int, decimal, signature | the question's id | as typed |
/// | single | the id | a choice's id |
/// | multi | the id, once for each ticked choice | a choice's id |
/// | date | `id.day`, `id.month`, `id.year` | numbers; a month also by name |
/// | | or `id` alone | `YYYY-MM-DD` |
/// | consent | the id | `yes` or `true`, `no` or `false` |
/// | region_map | the id, once for each marked region | a region's id |
/// | | `id.REGION.symptoms`, repeated; `id.REGION.nrs`; `id.REGION.note` | a symptom's id; 0 to 10; text |
/// | | or `id` alone | a JSON array of `{"region", "symptoms", "nrs", "note"}` |
/// | table | `id.COLUMN.N`, N from 1 | as typed |
///
/// Every page of the form also has the hidden field `submission` (the submission key, a UUID of version 4), and those with
/// questions `page`. A button is a field `action`: `continue` (the same as none), `back`, `save`, `send`, `no_to_rest`,
/// `mark:QUESTION`. The start page may have `identity.birth.day`, `.month` and `.year`, or `identity.code`. A check-in has
/// `form`, its kind, and what `CheckInFields` names.
///
/// ## The path through the form
///
/// `GET /i/TOKEN` is the start page; posting its fields there sets the cookie of the draft and leads to the first page, or
/// for a client who showed who they are to the first that asks something new. Each page is posted to its own address with
/// the fields it shows; the answer is a 303 to the next one, to `/i/TOKEN/stop` after an urgent answer, or a 422 with the
/// same page and what to correct. After the last page comes `/i/TOKEN/check`; posting it sends the form, and leads to
/// `/i/TOKEN/receipt`. A program that has all the answers may post them at once, with `submission`, to `/i/TOKEN`.
struct FieldValues: Sendable, Hashable, Codable {
  private(set) var values: [String: [String]] = [:]

  init() {}

  /// Drops empty values, which are blank fields, except for the submission key, which must not be empty.
  init(_ form: Form) {
    values.reserveCapacity(form.fields.count)
    for field in form.fields where !field.value.isEmpty || field.name == "submission" {
      values[field.name, default: []].append(field.value)
    }
  }

  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: [String]].self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }

  subscript(name: String) -> [String] {
    get { values[name] ?? [] }
    set { values[name] = newValue.isEmpty ? nil : newValue }
  }

  /// The value of a field that is sent once; the first if it was sent several times.
  func first(_ name: String) -> String? { values[name]?.first }

  func contains(_ name: String, _ value: String) -> Bool { values[name]?.contains(value) ?? false }

  /// Replaces the fields that `isOurs` accepts by those of `other`; such a field that `other` lacks becomes blank.
  mutating func replace(where isOurs: (String) -> Bool, from other: FieldValues) {
    for name in values.keys where isOurs(name) { values[name] = nil }
    for (name, theirs) in other.values where isOurs(name) { values[name] = theirs }
  }
}

extension FieldValues {
  /// Whether somebody else fills in the form for the client.
  var areAboutAnother: Bool { first("visit.filled_by").map { $0 != "self" } ?? false }

  /// What the client is called, as far as it was typed.
  var clientName: String? { first("contact.preferred_name") ?? first("contact.full_name") }

  /// Creates the fields that give these answers.
  init(_ answers: Answers, of pack: ContentPack) {
    for (id, answer) in answers.values {
      let name = id.rawValue
      switch answer {
      case .text(let text): self[name] = [text]
      case .number(let number): self[name] = [pack.question(id)?.written(number) ?? number.inFigures]
      case .choices(let choices): self[name] = choices.map(\.rawValue)
      case .consent(let agreed): self[name] = [agreed ? "yes" : "no"]
      case .regions(let regions): mark(regions, in: name)
      case .rows(let rows):
        for (place, row) in rows.enumerated() {
          for (column, text) in row { self["\(name).\(column).\(place + 1)"] = [text] }
        }
      }
    }
  }

  private mutating func mark(_ regions: [MarkedRegion], in name: String) {
    self[name] = regions.map(\.region.rawValue)
    for region in regions {
      let field = "\(name).\(region.region)"
      self[field + ".symptoms"] = region.symptoms.map(\.rawValue)
      self[field + ".nrs"] = region.nrs.map { [String($0)] } ?? []
      self[field + ".note"] = region.note.map { [$0] } ?? []
    }
  }
}
