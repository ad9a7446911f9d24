import Clinical
import Foundation
import Handout

/// Prints a plan of four items again and again: milliseconds a plan, size, memory, and growth over 2,000 plans.
/// Writes the same words as a web page and as JSON, for other typesetters to print in the same run.
@main
struct HandoutBench {
  static func main() throws {
    let checkout = URL(filePath: CommandLine.arguments[1])
    let output = URL(filePath: CommandLine.arguments[2])
    let pack = try contentPack(checkout.appending(path: "sql/content/1.0.0"))
    let plan = try plan(for: pack, checkout.appending(path: "Tests/ClinicalTests/Data/cases.json"))
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    func milliseconds(_ body: () throws -> Void) rethrows -> Double {
      let time = try clock.measure(body).components
      return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
    }
    func printed(_ number: Int) throws {
      var plan = plan
      // Another client each time, as in a practice.
      plan.clientName = "Client Number \(number)"
      bytes = try Handout(plan, content: pack).pdf()
    }
    let first = try milliseconds { try printed(0) }
    let times = try (1...100).map { number in try milliseconds { try printed(number) } }.sorted()
    let text = (1...100).map { _ in milliseconds { _ = Handout(plan, content: pack).text() } }.sorted()
    print("plumbline    pdf \(rounded(times[50])) ms a plan (first \(rounded(first)), 95% under \(rounded(times[95])))")
    print("             text \(rounded(text[50])) ms, \(bytes.count / 1024) KB a plan")
    fflush(nil)
    try Data(bytes).write(to: output.appending(path: "plumbline.pdf"))
    try JSONEncoder().encode(times[50]).write(to: output.appending(path: "plumbline.json"))
    try page(of: Handout(plan, content: pack)).write(
      to: output.appending(path: "page.html"), atomically: true, encoding: .utf8)
    let early = try memory()
    for number in 101...2000 { try printed(number) }
    let late = try memory()
    print("             memory \(early / 1024) MB after 100 plans, \(late / 1024) MB after 2,000")
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

  /// Resident memory in kilobytes.
  private static func memory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

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
      case .week(let week):
        "<table><tr><th>\(escaped(week.title))</th>\(week.days.map { "<th>\($0)</th>" }.joined())</tr>"
          + week.rows.map { row in
            "<tr><td>\(row.number) \(escaped(row.title))</td>"
              + row.boxes.map { "<td>\(String(repeating: "☐", count: $0))</td>" }.joined() + "</tr>"
          }.joined() + "</table>"
      }
    }
    return """
      <!doctype html><meta charset="utf-8"><title>Plan</title><style>
      @page { size: A4; margin: 16mm 19mm 22mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
      body { font: 11pt/15pt Lato } h1, h2 { color: #17605A } table { width: 100% } h3 { break-after: avoid }
      </style>\(body.joined(separator: "\n"))
      """
  }
}
