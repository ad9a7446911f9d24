import Clinical
import Foundation
import Handout
import JSON

/// Prints a plan of four items repeatedly, for another client each time, as in a practice.
/// usage: handout-bench CHECKOUT page FOLDER | time | memory
@main
struct HandoutBench {
  static func main() throws {
    let checkout = URL(filePath: CommandLine.arguments[1])
    let pack = try contentPack(checkout.appending(path: "sql/content"))
    let plan = try plan(for: pack, checkout.appending(path: "Tests/ClinicalTests/Data/cases.json"))
    func printed(_ number: Int) throws -> [UInt8] {
      var plan = plan
      plan.clientName = "Client Number \(number)"
      return try Handout(plan, content: pack).pdf()
    }
    switch CommandLine.arguments[2] {
    case "page":
      let folder = URL(filePath: CommandLine.arguments[3])
      try Data(printed(0)).write(to: folder.appending(path: "plumbline.pdf"))
      try page(of: Handout(plan, content: pack)).write(
        to: folder.appending(path: "page.html"), atomically: true, encoding: .utf8)
    case "time":
      let first = try milliseconds { _ = try printed(0) }
      for number in 1...20 { _ = try printed(number) }
      let warm = try (21...80).map { number in try milliseconds { _ = try printed(number) } }.sorted()
      let text = (0..<60).map { _ in milliseconds { _ = Handout(plan, content: pack).text() } }.sorted()
      print(rounded(warm[30]), rounded(warm[57]), rounded(first), rounded(text[30]))
    default:
      for number in 0..<100 { _ = try printed(number) }
      let early = try memory("VmRSS")
      for number in 100..<2000 { _ = try printed(number) }
      print(early, try memory("VmRSS"), try memory("VmHWM"))
    }
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body).components
    return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
  }

  private static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }

  private static func contentPack(_ folder: URL) throws -> ContentPack {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try ContentPack(
      files: Dictionary(
        uniqueKeysWithValues: files.filter { $0.pathExtension == "json" }.map {
          ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
        }))
  }

  private static func plan(for pack: ContentPack, _ cases: URL) throws -> PlanSource {
    let json = try JSON(parsing: Array(Data(contentsOf: cases)))
    let file = try CaseFile(decoding: (json["cases"]?.array?.first ?? [:]).bytes, for: pack)
    let assessment = pack.assess(file.answers, file.evaluation)
    guard let issued = CalendarDate(iso: "2026-11-16") else { preconditionFailure("a day") }
    let items: [HomeCareItem.ID] = ["hc.chin_tuck", "hc.glute_bridge", "hc.hip_flexor_stretch", "hc.heat_pack"]
    return PlanSource(
      practiceName: "Stillwater Massage", clientName: "", therapistName: "Mira Holm", issuedOn: issued,
      nextVisit: CalendarDate(iso: "2026-12-07"), pageLink: "https://plans.stillwater.example/p/7KQ2M9XD",
      items: items.map { .init(item: $0, sources: ["core"], effect: nil, reasons: []) }, assessment: assessment,
      evaluation: file.evaluation)
  }

  /// Memory in megabytes: `VmRSS` is resident now, `VmHWM` the most so far.
  private static func memory(_ name: String) throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  /// A web page with the same words, for the other typesetters.
  private static func page(of handout: Handout) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    func list(_ tag: String, _ lines: [String]) -> String {
      "<\(tag)>\(lines.map { "<li>\(escaped($0))</li>" }.joined())</\(tag)>"
    }
    let body = handout.passages.map { passage in
      switch passage {
      case .heading(let level, let text): "<h\(level)>\(escaped(text))</h\(level)>"
      case .paragraph(let text): "<p>\(escaped(text))</p>"
      case .bullets(let lines), .choices(let lines): list("ul", lines)
      case .numbered(let lines): list("ol", lines)
      case .facts(let facts):
        "<table>\(facts.map { "<tr><th>\(escaped($0.label))</th><td>\(escaped($0.value))</td></tr>" }.joined())</table>"
      case .calendar(let calendar):
        "<table><tr><th>\(escaped(calendar.title))</th>\(calendar.days.map { "<th>\($0)</th>" }.joined())</tr>"
          + calendar.rows.map { row in
            "<tr><td>\(row.number.map(String.init) ?? "") \(escaped(row.title))</td>"
              + row.days.map { "<td>\($0 == .box ? "<b class=box></b>" : "")</td>" }.joined() + "</tr>"
          }.joined() + "</table>"
      }
    }
    return """
      <!doctype html><meta charset="utf-8"><title>Plan</title><style>
      @page { size: A4; margin: 16mm 19mm 22mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
      body { font: 11pt/15pt Lato } h1, h2 { color: #17605A } table { width: 100% } h3 { break-after: avoid }
      .box { display: inline-block; width: 10pt; height: 10pt; border: 1pt solid #17605A; margin-right: 2pt }
      </style>\(body.joined(separator: "\n"))
      """
  }
}
