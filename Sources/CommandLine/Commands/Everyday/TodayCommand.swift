import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct TodayCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "What needs you, the most pressing first.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let me = try await desk.whoAmI()
    let needs = try await Workday(at: desk).needs.map(\.worded)
    var report = Report()
    report.title(
      StyledText(answerWords.weekdayAndDay(try .today()), .bold), StyledText(me.displayName),
      StyledText(me.practiceName))
    let groups = NeedsByClient(needs, shortIDs: try await desk.shortIDsOfNamesakes(among: needs)).groups
    if groups.isEmpty { report.paragraph("Nothing waits for you.", marker: StyledText("✓", .green)) }
    for group in groups {
      let need = group.need
      report.paragraph(need.sentence, need.isUrgent ? .red : .bold, marker: need.isUrgent ? StyledText("!", .red) : "·")
      for line in group.isListed ? group.lines : [group.lines.joined(separator: ", ")] where !line.isEmpty {
        report.paragraph(line, indent: 2)
      }
    }
    try console.show(.object(needs.map { JSON.Member($0.key, .integer($0.count)) }), report)
    if let first = groups.first { console.next(first.need.next, "begins with it") }
  }
}
