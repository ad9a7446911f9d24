import ArgumentParser
import Care
import Clinical
import Foundation
import Installation
import JSON
import Records

struct TodayCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "What needs you, the most pressing first.")

  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let me = try await desk.whoAmI()
    let needs = try await Need.all(at: desk)
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

/// One kind of thing that waits for the therapist.
private struct Need {
  /// The name in JSON.
  let key: String
  let count: Int
  /// The noun after the number 1, and after any other number.
  let one: String
  let many: String
  var names: [String] = []
  /// Whether each name has a line of its own, since more is said than a name.
  var isListed = false
  var isUrgent = false
  let next: String

  var sentence: String { "\(count) \(count == 1 ? one : many)" }

  static func all(at desk: Desk) async throws -> [Need] {
    let today = try await desk.today()
    let waiting = try await desk.intakes(toReviewOnly: true).sorted(by: IntakeSummary.mostPressingFirst)
    let later = waiting.filter { $0.ordinal > 1 }
    let open = try await desk.invites().filter { $0.state.isOpen }.sorted { $0.expiresAt < $1.expiresAt }
    let records = Dictionary(grouping: try await desk.todaysRecords(), by: \.need)
    let (evaluations, drafts) = (records[.evaluationsUnsigned] ?? [], records[.plansInDraft] ?? [])
    let visits = records[.visitsDue] ?? []
    let ruledOut = try await Plans(at: desk).ruledOut(by: ShareDirectory.contentPack())
    return notices(today, records) + [
      Need(
        key: "red_flags", count: today.redFlags, one: "intake with a red flag to acknowledge",
        many: "intakes with red flags to acknowledge",
        names: waiting.filter { $0.openFlags > 0 }.map { "\($0.clientName) (\($0.highestUrgency?.rawValue ?? ""))" },
        isUrgent: true, next: "plumbline intake review"),
      Need(
        key: "plans_ruled_out", count: ruledOut.count, one: "plan that is out and that newer content rules out",
        many: "plans that are out and that newer content rules out", names: ruledOut.map(\.clientName), isUrgent: true,
        next: "plumbline plan pause \(ruledOut.first?.shortID ?? "")"),
      Need(
        key: "intakes_to_review", count: today.intakesToReview, one: "intake to review", many: "intakes to review",
        names: waiting.map(\.clientName),
        next: "plumbline intake review"),
      Need(
        key: "later_forms", count: later.count, one: "later form of a link that was used",
        many: "later forms of links that were used", names: later.map(\.clientName),
        next: "plumbline intake review \(later.first?.shortID ?? "")"),
      Need(
        key: "forms_unfinished", count: today.formsUnfinished, one: "form not finished", many: "forms not finished",
        names: open.filter { $0.state != .created }.map(\.nameAndState),
        next: "plumbline invite list --open"),
      Need(
        key: "forms_expiring", count: today.formsExpiring, one: "link that stops working within 48 hours",
        many: "links that stop working within 48 hours",
        names: open.filter { $0.expiresAt.timeIntervalSinceNow < 48 * 3600 }.map(\.nameAndState),
        next: "plumbline invite list --open --sort expires_at"),
      Need(
        key: "evaluations_unsigned", count: today.evaluationsUnsigned, one: "evaluation to sign",
        many: "evaluations to sign", names: evaluations.map(\.clientName),
        next: "plumbline evaluation show \(evaluations.first?.shortID ?? "")"),
      Need(
        key: "plans_in_draft", count: today.plansInDraft, one: "plan in draft", many: "plans in draft",
        names: drafts.map(\.clientName), next: "plumbline plan show \(drafts.first?.shortID ?? "")"),
      Need(
        key: "visits_due", count: today.visitsDue, one: "visit due", many: "visits due",
        names: visits.map(\.clientName), next: "plumbline plan show \(visits.first?.shortID ?? "")"),
    ]
  }
}

extension Need {
  /// What is to be known of clients before anything else.
  private static func notices(_ today: Today, _ records: [TodaysRecord.Need: [TodaysRecord]]) -> [Need] {
    func need(
      _ need: TodaysRecord.Need, _ count: Int, _ one: String, _ many: String, isListed: Bool = false,
      isUrgent: Bool = false, next: (String) -> String
    ) -> Need {
      let waiting = records[need] ?? []
      return Need(
        key: need.rawValue, count: count, one: one, many: many, names: waiting.map(\.nameAndNotice),
        isListed: isListed, isUrgent: isUrgent, next: "plumbline \(next(waiting.first?.shortID ?? ""))")
    }
    return [
      need(
        .consentsRefused, today.consentsRefused, "client who does not agree to their care",
        "clients who do not agree to their care", isUrgent: true
      ) { "client consent \($0)" },
      need(
        .wishesOpen, today.wishesOpen, "wish of a client", "wishes of clients", isListed: true, isUrgent: true
      ) { "client consent \($0)" },
      need(
        .clientsOpened, today.clientsOpened, "time a colleague opened your client in an emergency",
        "times a colleague opened your client in an emergency", isListed: true, isUrgent: true
      ) { "client open \($0) --ack" },
      need(
        .consentsToRenew, today.consentsToRenew, "client whose consent is a year old",
        "clients whose consent is a year old"
      ) { "invite link \($0)" },
    ]
  }
}

extension TodaysRecord {
  fileprivate var nameAndNotice: String {
    switch notice {
    case .wish(let wish): "\(clientName) \(wish.words)"
    case .opened(let colleague, let reason): "\(clientName), by \(colleague): \(reason)"
    case .consentToRenew: clientName
    case .withheldConsent(let consent, let state): "\(clientName) (\(consent.shortConsent) \(state.rawValue))"
    case nil: clientName
    }
  }
}

extension Invite {
  fileprivate var nameAndState: String { "\(clientName) (\(state == .created ? "not opened" : state.rawValue))" }
}

extension [String] {
  /// The first few, each once, and how many more.
  fileprivate var shortened: [String] {
    let names = unique
    let shown = 4
    return names.prefix(shown) + (names.count > shown ? ["and \(names.count - shown) more"] : [])
  }
}
