import ArgumentParser
import Clinical
import JSON
import Records

struct ReportCompletion: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "How far invitations got, month by month.")

  @OptionGroup var period: ReportPeriod
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.completion(since: period.firstDay),
      [
        Column("month", "Month", value: { .string(String($0.month.iso.prefix(7))) }),
        Column("sent", "Sent", alignment: .right, value: { .integer($0.sent) }),
        Column("opened", "Opened", rank: 2, alignment: .right, value: { .integer($0.opened) }),
        Column("started", "Started", rank: 3, alignment: .right, value: { .integer($0.started) }),
        Column("submitted", "Submitted", alignment: .right, value: { .integer($0.submitted) }),
        Column("expired", "Expired", rank: 1, alignment: .right, value: { .integer($0.expired) }),
        Column("revoked", "Revoked", rank: 4, alignment: .right, value: { .integer($0.revoked) }),
        Column("median_days", "Median days", rank: 1, alignment: .right, value: { JSON($0.medianDays) }),
      ], nothing: "No invitations.")
    try period.note(on: console)
  }
}

struct ReportOutcomes: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "Each measure at first and at last, of clients who told it twice.",
    discussion: """
      From intakes and check-ins. Better and worse are the clients whose change matters by the measure's own threshold; \
      the others did not change, or the measure has no threshold. Of fewer than five clients only their number is told: \
      more would tell of single people.
      """)

  @OptionGroup var period: ReportPeriod
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let outcomes = try await desk.outcomes(since: period.firstDay)
    try console.list(
      outcomes,
      [
        Column("practitioner", "Therapist", rank: 1, value: { .string($0.practitioner) }),
        Column("measure", value: { .string($0.measure) }),
        Column("name", "Measure", value: { .string($0.name) }),
        Column("clients", "Clients", alignment: .right, value: { .integer($0.clients) }),
        Column("first", "First", alignment: .right, value: { JSON($0.firstValue) }),
        Column("last", "Last", alignment: .right, value: { JSON($0.lastValue) }),
        Column("better", "Better", rank: 2, alignment: .right, value: { $0.better.map { .integer($0) } ?? .null }),
        Column("worse", "Worse", rank: 2, alignment: .right, value: { $0.worse.map { .integer($0) } ?? .null }),
      ], nothing: "No client has told a measure twice.")
    try period.note(on: console)
    guard !console.isForPrograms, outcomes.contains(where: { $0.firstValue == nil }) else { return }
    console.note("Of fewer than five clients only their number is told.")
  }
}

struct ReportFlags: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "flags", abstract: "How often each red flag was raised, and what was done.")

  @OptionGroup var period: ReportPeriod
  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.flagCounts(since: period.firstDay),
      [
        Column("flag", value: { .string($0.flag.rawValue) }),
        Column(
          "urgency", "Urgency", value: { .string($0.urgency.rawValue) },
          shown: { StyledText($0.urgency.rawValue, $0.urgency.style) }),
        Column("title", "Red flag", value: { .string($0.title) }),
        Column("raised", "Raised", alignment: .right, value: { .integer($0.raised) }),
        Column("open", "Open", alignment: .right, value: { .integer($0.open) }),
        Column("referred", "Referred", rank: 1, alignment: .right, value: { .integer($0.referred) }),
        Column("adapted", "Adapted", rank: 2, alignment: .right, value: { .integer($0.adapted) }),
        Column("proceeded", "Proceeded", rank: 3, alignment: .right, value: { .integer($0.proceeded) }),
      ], nothing: "No red flag was raised.")
    try period.note(on: console)
  }
}

struct ReportRetention: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Until when each client's records are kept, and by which rule.")

  @OptionGroup(title: "List options") var listing: ListOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try console.list(
      try await desk.retention(most: console.mostRead),
      [
        Column("client", value: { .string("\($0.client)") }),
        Column("short_id", "ID", value: { .string($0.shortID) }, shown: { StyledText($0.shortID, .cyan) }),
        Column("client_name", "Client", value: { .string($0.clientName) }, shown: { StyledText($0.clientName, .bold) }),
        Column("until", "Kept until", value: { JSON($0.until) }, shown: { StyledText($0.until?.iso ?? "no rule") }),
        Column("rule", "Rule", rank: 1, value: { .string($0.rule) }),
        Column(
          "legal_hold", "Hold", rank: 2, value: { .bool($0.onLegalHold) },
          shown: { $0.onLegalHold ? StyledText("! held", .yellow) : "" }),
      ], nothing: "No clients yet.", inPages: true)
  }
}
