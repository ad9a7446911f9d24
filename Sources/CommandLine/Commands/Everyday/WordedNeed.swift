import Care
import Clinical
import Records

/// A client of whom something waits.
struct WaitingClient: Hashable {
  let client: Client.ID
  let name: String
  /// What there is to say of them beside the name, or nothing.
  var words = ""
}

/// One kind of thing that waits for the therapist, in words.
struct WordedNeed {
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

extension Workday.Need {
  var worded: WordedNeed {
    let clients = items.map { item in
      WaitingClient(client: item.client, name: item.clientName, words: words(of: item))
    }
    let (one, many) = kind.nouns
    return WordedNeed(
      key: kind.key, count: count, one: one, many: many, clients: isAboutClients ? clients.unique : clients,
      isListed: kind.isListed, isUrgent: isUrgent, isMetWith: kind.isMetWith?.key,
      next: "plumbline \(kind.command(items.first?.shortID ?? ""))")
  }

  private func words(of item: Workday.Item) -> String {
    switch item {
    case .intake(let intake): kind == .redFlags ? intake.highestUrgency?.rawValue ?? "" : ""
    case .checkIn(let news): news.words
    case .plan: ""
    case .invite(let invite): invite.state == .created ? "not opened" : invite.state.rawValue
    case .record(let record): record.notice?.wordsWhileWaiting ?? ""
    }
  }
}

extension ClientNotice {
  fileprivate var wordsWhileWaiting: String {
    switch self {
    case .wish(let wish): wish.words
    case .opened(let colleague, let reason): "opened by \(colleague): \(reason)"
    case .withheldConsent(let consent, let state): "\(consent.shortConsent) \(state.rawValue)"
    case .consentToRenew: ""
    }
  }
}

extension Workday.Kind {
  fileprivate var key: String {
    switch self {
    case .redFlags: "red_flags"
    case .checkInsToCall: "checkins_to_call"
    case .plansRuledOut: "plans_ruled_out"
    case .intakesToReview: "intakes_to_review"
    case .laterForms: "later_forms"
    case .checkInsToRead: "checkins_to_read"
    case .formsUnfinished: "forms_unfinished"
    case .formsExpiring: "forms_expiring"
    case .records(let need): need.rawValue
    }
  }

  fileprivate var isListed: Bool {
    [.checkInsToCall, .checkInsToRead, .records(.wishesOpen), .records(.clientsOpened)].contains(self)
  }

  fileprivate var nouns: (one: String, many: String) {
    switch self {
    case .redFlags: ("intake with a red flag to acknowledge", "intakes with red flags to acknowledge")
    case .checkInsToCall: ("check-in after which to call first", "check-ins after which to call first")
    case .plansRuledOut:
      ("plan that is out and that newer content rules out", "plans that are out and that newer content rules out")
    case .intakesToReview: ("intake to review", "intakes to review")
    case .laterForms: ("later form of a link that was used", "later forms of links that were used")
    case .checkInsToRead: ("check-in worth a look", "check-ins worth a look")
    case .formsUnfinished: ("form not finished", "forms not finished")
    case .formsExpiring:
      (
        "link that stops working within \(Workday.hoursToExpiry) hours",
        "links that stop working within \(Workday.hoursToExpiry) hours"
      )
    case .records(let need): need.nouns
    }
  }

  /// - Parameter shortID: of the first that waits.
  fileprivate func command(_ shortID: String) -> String {
    switch self {
    case .redFlags, .intakesToReview: "intake review"
    case .checkInsToCall, .checkInsToRead: "checkin show \(shortID)"
    case .plansRuledOut: "plan pause \(shortID)"
    case .laterForms: "intake review \(shortID)"
    case .formsUnfinished: "invite list --open"
    case .formsExpiring: "invite list --open --sort expires_at"
    case .records(let need): need.command(shortID)
    }
  }
}

extension TodaysRecord.Need {
  fileprivate var nouns: (one: String, many: String) {
    switch self {
    case .evaluationsUnsigned: ("evaluation to sign", "evaluations to sign")
    case .plansInDraft: ("plan in draft", "plans in draft")
    case .visitsUnsigned: ("visit to sign", "visits to sign")
    case .visitsDue: ("visit due", "visits due")
    case .messagesFailed: ("message that was not delivered", "messages that were not delivered")
    case .plansPaused: ("client whose plan is paused", "clients whose plans are paused")
    case .clientsToExamine: ("client to examine", "clients to examine")
    case .clientsToPlan: ("client without a plan", "clients without a plan")
    case .plansToRevise: ("client with a newer form than their plan", "clients with a newer form than their plan")
    case .reviewsDue:
      ("client whose last form is more than a year old", "clients whose last form is more than a year old")
    case .consentsRefused: ("client who does not agree to their care", "clients who do not agree to their care")
    case .consentsToRenew: ("client whose consent is a year old", "clients whose consent is a year old")
    case .wishesOpen: ("wish of a client", "wishes of clients")
    case .clientsOpened:
      ("time a colleague opened your client in an emergency", "times a colleague opened your client in an emergency")
    }
  }

  fileprivate func command(_ shortID: String) -> String {
    switch self {
    case .evaluationsUnsigned: "evaluation show \(shortID)"
    case .visitsUnsigned: "visit show \(shortID)"
    case .plansInDraft, .plansPaused, .visitsDue: "plan show \(shortID)"
    case .messagesFailed: "outbox show \(shortID)"
    case .clientsToExamine: "evaluation new \(shortID)"
    case .clientsToPlan: "plan new \(shortID)"
    case .plansToRevise: "plan revise \(shortID)"
    case .consentsToRenew, .reviewsDue: "invite link \(shortID)"
    case .consentsRefused, .wishesOpen: "client consent \(shortID)"
    case .clientsOpened: "client open \(shortID) --ack"
    }
  }
}
