import Care
import Clinical
import Foundation
import Installation
import Records

/// A client of whom something waits.
struct WaitingClient: Hashable {
  let client: Client.ID
  let name: String
  /// What there is to say of them beside the name, or nothing.
  var words = ""
}

/// One kind of thing that waits for the therapist.
struct Need {
  /// The name in JSON.
  let key: String
  let count: Int
  /// The noun after the number 1, and after any other number.
  let one: String
  let many: String
  var clients: [WaitingClient] = []
  /// Whether each client has a line of their own, since what is said of them is a sentence.
  var isListed = false
  var isUrgent = false
  /// The key of a need that is met with this one, so that nothing more is said of the clients of both.
  var isMetWith: String?
  let next: String

  var sentence: String { "\(count) \(count == 1 ? one : many)" }
}

/// Everything that waits for the therapist.
struct Workday {
  /// The intakes to review, the most pressing first.
  private let waiting: [IntakeSummary]
  /// The invites that are open, those that end first before the others.
  private let open: [Invite]
  private let records: [TodaysRecord.Need: [TodaysRecord]]
  /// The check-ins that say something out of the ordinary, the most urgent first.
  private let checkIns: [CheckInNews]
  private let ruledOut: [Plan]

  init(at desk: Desk) async throws {
    waiting = try await desk.intakes(toReviewOnly: true).sorted(by: IntakeSummary.mostPressingFirst)
    open = try await desk.invites(openOnly: true).sorted { $0.expiresAt < $1.expiresAt }
    records = Dictionary(grouping: try await desk.todaysRecords(), by: \.need)
    checkIns = try await CheckIns(at: desk).waiting()
    ruledOut = try await Plans(at: desk).ruledOutByNewContent()
  }

  /// Every kind, the most pressing first: who is in danger or asks to be called, then what stops care, then what goes on.
  var needs: [Need] {
    let isInDanger = waiting.contains { $0.openFlags > 0 && ($0.highestUrgency ?? .caution) >= .urgent }
    return (isInDanger ? [redFlags] : []) + calls + stops + (isInDanger ? [] : [redFlags]) + intakes + steps + drafts
      + invites
  }
}

// MARK: - Who comes first

extension Workday {
  private var redFlags: Need {
    let flagged = waiting.filter { $0.openFlags > 0 }
    return Need(
      key: "red_flags", count: flagged.count, one: "intake with a red flag to acknowledge",
      many: "intakes with red flags to acknowledge",
      clients: flagged.map { $0.waiting($0.highestUrgency?.rawValue ?? "") }, isUrgent: true,
      next: "plumbline intake review")
  }

  private var calls: [Need] {
    let first = checkIns.filter(\.isToCallFirst)
    return [
      Need(
        key: "checkins_to_call", count: first.count, one: "check-in after which to call first",
        many: "check-ins after which to call first", clients: first.map(\.waiting), isListed: true, isUrgent: true,
        next: "plumbline checkin show \(first.first?.checkIn.shortID ?? "")"),
      need(.wishesOpen, "wish of a client", "wishes of clients", isListed: true, isUrgent: true) {
        "client consent \($0)"
      },
    ]
  }

  private var stops: [Need] {
    [
      need(
        .consentsRefused, "client who does not agree to their care", "clients who do not agree to their care",
        isUrgent: true
      ) { "client consent \($0)" },
      need(.plansPaused, "client whose plan is paused", "clients whose plans are paused", isUrgent: true) {
        "plan show \($0)"
      },
      Need(
        key: "plans_ruled_out", count: ruledOut.count, one: "plan that is out and that newer content rules out",
        many: "plans that are out and that newer content rules out", clients: ruledOut.map(\.waiting),
        isUrgent: true,
        next: "plumbline plan pause \(ruledOut.first?.shortID ?? "")"),
      need(
        .clientsOpened, "time a colleague opened your client in an emergency",
        "times a colleague opened your client in an emergency", isListed: true, isUrgent: true
      ) { "client open \($0) --ack" },
    ]
  }
}

// MARK: - What goes on

extension Workday {
  private var intakes: [Need] {
    let later = waiting.filter { $0.ordinal > 1 }
    return [
      Need(
        key: "intakes_to_review", count: waiting.count, one: "intake to review", many: "intakes to review",
        clients: waiting.map { $0.waiting() }, isMetWith: "red_flags", next: "plumbline intake review"),
      Need(
        key: "later_forms", count: later.count, one: "later form of a link that was used",
        many: "later forms of links that were used", clients: later.map { $0.waiting() },
        next: "plumbline intake review \(later.first?.shortID ?? "")"),
    ]
  }

  private var steps: [Need] {
    let toRead = checkIns.filter { !$0.isToCallFirst }
    return [
      Need(
        key: "checkins_to_read", count: toRead.count, one: "check-in worth a look", many: "check-ins worth a look",
        clients: toRead.map(\.waiting), isListed: true,
        next: "plumbline checkin show \(toRead.first?.checkIn.shortID ?? "")"),
      need(.plansToRevise, "client with a newer form than their plan", "clients with a newer form than their plan") {
        "plan revise \($0)"
      },
      need(.clientsToExamine, "client to examine", "clients to examine") { "evaluation new \($0)" },
      need(.clientsToPlan, "client without a plan", "clients without a plan") { "plan new \($0)" },
      need(
        .consentsToRenew, "client whose consent is a year old", "clients whose consent is a year old"
      ) { "invite link \($0)" },
      need(
        .reviewsDue, "client whose last form is more than a year old",
        "clients whose last form is more than a year old"
      ) { "invite link \($0)" },
    ]
  }

  /// What was begun and is not finished, and visits that are due.
  private var drafts: [Need] {
    [
      need(.evaluationsUnsigned, "evaluation to sign", "evaluations to sign") { "evaluation show \($0)" },
      need(.visitsUnsigned, "visit to sign", "visits to sign") { "visit show \($0)" },
      need(.plansInDraft, "plan in draft", "plans in draft") { "plan show \($0)" },
      need(.messagesFailed, "message that was not delivered", "messages that were not delivered") {
        "outbox show \($0)"
      },
      need(.visitsDue, "visit due", "visits due") { "plan show \($0)" },
    ]
  }

  private var invites: [Need] {
    let unfinished = open.filter { $0.state != .created }
    let ending = open.filter { $0.expiresAt.timeIntervalSinceNow < 48 * 3600 }
    return [
      Need(
        key: "forms_unfinished", count: unfinished.count, one: "form not finished", many: "forms not finished",
        clients: unfinished.map(\.waiting), next: "plumbline invite list --open"),
      Need(
        key: "forms_expiring", count: ending.count, one: "link that stops working within 48 hours",
        many: "links that stop working within 48 hours", clients: ending.map(\.waiting),
        next: "plumbline invite list --open --sort expires_at"),
    ]
  }

  /// - Parameter next: the command for the record or the client with this short id.
  private func need(
    _ need: TodaysRecord.Need, _ one: String, _ many: String, isListed: Bool = false, isUrgent: Bool = false,
    next: (String) -> String
  ) -> Need {
    let waiting = records[need] ?? []
    let isAboutClients = [.consentsRefused, .consentsToRenew].contains(need)
    let clients = waiting.map(\.waiting)
    let count = isAboutClients ? Set(waiting.map(\.client)).count : waiting.count
    return Need(
      key: need.rawValue, count: count, one: one, many: many,
      // Each of a client's consents is a record.
      clients: isAboutClients ? clients.unique : clients, isListed: isListed, isUrgent: isUrgent,
      next: "plumbline \(next(waiting.first?.shortID ?? ""))")
  }
}

extension TodaysRecord {
  fileprivate var waiting: WaitingClient {
    let words =
      switch notice {
      case .wish(let wish): wish.words
      case .opened(let colleague, let reason): "opened by \(colleague): \(reason)"
      case .withheldConsent(let consent, let state): "\(consent.shortConsent) \(state.rawValue)"
      case .consentToRenew, nil: ""
      }
    return WaitingClient(client: client, name: clientName, words: words)
  }
}

extension Invite {
  fileprivate var waiting: WaitingClient {
    WaitingClient(client: client, name: clientName, words: state == .created ? "not opened" : state.rawValue)
  }
}

extension IntakeSummary {
  fileprivate func waiting(_ words: String = "") -> WaitingClient {
    WaitingClient(client: client, name: clientName, words: words)
  }
}

extension CheckInNews {
  fileprivate var waiting: WaitingClient {
    WaitingClient(client: checkIn.client, name: checkIn.clientName, words: words)
  }
}

extension Plan {
  fileprivate var waiting: WaitingClient { WaitingClient(client: client, name: clientName) }
}
