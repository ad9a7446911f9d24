import ArgumentParser
import Care
import JSON
import Records

struct TodayCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "What needs you, the most pressing first.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let me = try await desk.whoAmI()
    let needs = try await Workday(at: desk).needs
    var report = Report()
    report.title(StyledText(Moment.weekday(), .bold), StyledText(me.displayName), StyledText(me.practiceName))
    let pressing = needs.filter { $0.count > 0 }
    if pressing.isEmpty { report.paragraph("Nothing waits for you.", marker: StyledText("✓", .green)) }
    for need in pressing {
      report.paragraph(need.sentence, need.isUrgent ? .red : .bold, marker: need.isUrgent ? StyledText("!", .red) : "·")
      if need.isListed {
        for line in need.names.shortened { report.paragraph(line, indent: 2) }
      } else if !need.names.isEmpty {
        report.paragraph(need.names.shortened.joined(separator: ", "), indent: 2)
      }
    }
    try console.show(.object(needs.map { JSON.Member($0.key, .integer($0.count)) }), report)
    if let first = pressing.first { console.next(first.next, "begins with it") }
  }
}

extension [String] {
  /// The first few, each once, and how many more.
  fileprivate var shortened: [String] {
    let names = unique
    let shown = 4
    return names.prefix(shown) + (names.count > shown ? ["and \(names.count - shown) more"] : [])
  }
}
