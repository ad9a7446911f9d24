import Care
import Clinical
import Foundation
import JSON

/// What the program prints of plans, templates and own items, as its input.
extension InputFile {
  /// Reads a plan as `plan show --json` prints it. What is worked out anew for the client it is for is not read.
  func plan() throws -> PlanCopy {
    let json = try json()
    let items: [PlanItem] = try decoded(
      json["items"]?.array ?? [], kind: "a plan", form: "an item has item, phase, sources, and reasons")
    let nextVisit = json["next_visit"]?.string
    guard nextVisit.map({ CalendarDate(iso: $0) != nil }) ?? true, json["items"]?.array != nil else {
      throw refusal(["a plan has a list of items, and next_visit is YYYY-MM-DD or null"], "a plan")
    }
    return PlanCopy(
      items: items, nextVisit: nextVisit.flatMap { CalendarDate(iso: $0) }, message: json["message"]?.string)
  }

  /// Reads one template, or several in a list, as `plan template list --json` prints them.
  func templates() throws -> [PrintedTemplate] {
    try decoded(try elements(), kind: "templates", form: "a template has a name and a list of items")
  }

  /// Reads one of the practice's own items, or several in a list, as `item list --json` prints them.
  func ownItems() throws -> [PrintedItem] {
    try decoded(
      try elements(), kind: "items",
      form: "an item has id, title, kind, dose, and the lists loads, regions, causes, steps and stop_if")
  }

  /// Something on its own is a list of one.
  private func elements() throws -> [JSON] {
    let json = try json()
    return json.array ?? [json]
  }

  /// - Parameter form: what each of them has, in words.
  private func decoded<Value: Decodable>(_ elements: [JSON], kind: String, form: String) throws -> [Value] {
    let values = elements.map { try? JSONDecoder().decode(Value.self, from: Data($0.bytes)) }
    let faults = values.indices.filter { values[$0] == nil }.map { "number \($0 + 1): \(form)" }
    if !faults.isEmpty { throw refusal(faults, kind) }
    return values.compactMap(\.self)
  }
}

/// A template as it is printed.
struct PrintedTemplate: Decodable {
  let name: String
  let items: [HomeCareItem.ID]
}

/// An own item of a practice as it is printed.
struct PrintedItem: Decodable {
  let item: OwnItem
  /// Whether it had a picture, which is not printed.
  let hasPicture: Bool

  private enum CodingKeys: String, CodingKey {
    case id, title, kind, regions, loads, steps, dose, causes, picture, retired
    case stopIf = "stop_if"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [String] { try members.decode([String].self, forKey: key) }
    item = OwnItem(
      id: try members.decode(HomeCareItem.ID.self, forKey: .id), title: try members.decode(String.self, forKey: .title),
      category: try members.decode(String.self, forKey: .kind), regions: try list(.regions), loads: try list(.loads),
      steps: try list(.steps), stopIf: try list(.stopIf),
      dose: try members.decode([Dose.Amount: Int].self, forKey: .dose),
      causes: try members.decode([Hypothesis.ID].self, forKey: .causes),
      isRetired: try members.decodeIfPresent(Bool.self, forKey: .retired) ?? false)
    hasPicture = try members.decodeIfPresent(String.self, forKey: .picture) != nil
  }
}
