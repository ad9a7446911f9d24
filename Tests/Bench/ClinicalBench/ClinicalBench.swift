import Clinical
import Foundation
import JSON

/// Measures how long the engine takes, and compares that with its specification in Python on the same people.
///
/// `swift run -c release ClinicalBench`
@main
struct ClinicalBench {
  static func main() throws {
    let files = try packFiles()
    let decoding = fastest(of: 20) { _ = try? ContentPack(files: files) }
    print("content pack of \(files.values.reduce(0) { $0 + $1.count } / 1_024) KiB")
    print("decode and check: \((decoding / 1_000).rounded(toPlaces: 1)) ms (bar: 50 ms)")

    let pack = try ContentPack(files: files)
    let people = try people()
    let cases = try people.map { try CaseFile(decoding: $0.bytes, for: pack) }
    let times = cases.map { person in
      fastest(of: 200) { _ = pack.assess(person.answers, person.evaluation) }
    }
    let mean = times.reduce(0, +) / Double(times.count)
    let reports = cases.map { person in
      fastest(of: 20) { _ = pack.assess(person.answers, person.evaluation).report.bytes }
    }
    let sheets = cases.map { person in fastest(of: 200) { _ = AnswerSheet(person.answers, for: pack) } }
    let oracle = try oracleMicroseconds(people)
    print("assessment, mean of \(cases.count) people: \(mean.rounded(toPlaces: 1)) µs (bar: 200 µs)")
    print(
      "assessment and its report as JSON: \((reports.reduce(0, +) / Double(reports.count)).rounded(toPlaces: 1)) µs")
    print("answers of a form page as facts: \((sheets.reduce(0, +) / Double(sheets.count)).rounded(toPlaces: 1)) µs")
    print("the specification in Python: \((oracle.reduce(0, +) / Double(oracle.count)).rounded(toPlaces: 1)) µs")
    print("ratio: \((oracle.reduce(0, +) / mean / Double(oracle.count)).rounded(toPlaces: 1)) (bar: 100)")
    for (place, name) in ["desk worker", "runner", "emergency"].enumerated() {
      let ratio = (oracle[place] / times[place]).rounded(toPlaces: 1)
      print("  \(name): \(times[place].rounded(toPlaces: 1)) µs, ratio \(ratio)")
    }
  }

  // MARK: data

  private static let tests = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
  private static let content = tests.appending(path: "../sql/content").standardizedFileURL

  private static func packFiles() throws -> [String: [UInt8]] {
    let urls = try FileManager.default.contentsOfDirectory(at: content, includingPropertiesForKeys: nil)
    return try Dictionary(
      uniqueKeysWithValues: urls.filter { $0.pathExtension == "json" }.map {
        ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
      })
  }

  /// The three vignettes and every probe.
  private static func people() throws -> [JSON] {
    func load(_ name: String) throws -> JSON {
      try JSON(parsing: Array(Data(contentsOf: tests.appending(path: "ClinicalTests/Data/\(name).json"))))
    }
    let vignettes = try load("cases")["cases"]?.array ?? []
    let probes = try load("probes")
    let baseline = probes["baseline"]?.members ?? []
    let probed = (probes["probes"]?.array ?? []).map { probe -> JSON in
      let changed = probe["set"]?.members ?? []
      let gone = Set(changed.map(\.key) + (probe["unset"]?.strings ?? []))
      return [
        "answers": .object(baseline.filter { !gone.contains($0.key) } + changed),
        "findings": probe["findings"] ?? .null, "trigger_points": probe["trigger_points"] ?? .null,
      ]
    }
    return vignettes + probed
  }

  // MARK: time

  /// The fastest round in microseconds of processor time, so that other work on the machine does not count.
  private static func fastest(of rounds: Int, _ work: () -> Void) -> Double {
    (0..<rounds).map { _ in
      let start = processorMicroseconds()
      work()
      return processorMicroseconds() - start
    }
    .min() ?? .nan
  }

  private static func processorMicroseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// The times of the specification for the same people. Its process loads everything before it starts its clock.
  private static func oracleMicroseconds(_ people: [JSON]) throws -> [Double] {
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(people.map { $0.bytes + [0x0A] }.joined()).write(to: input)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", tests.appending(path: "ClinicalTests/Oracle/assess_lines.py").path, "--time"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PLUMBLINE_CONTENT": content.path], uniquingKeysWith: { $1 })
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").compactMap { Double($0) }
  }
}
