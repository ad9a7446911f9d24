import Clinical
import Foundation
import Records

/// Everything that waits for the therapist.
package struct Workday: Sendable {
  /// A kind of thing that waits.
  package enum Kind: Hashable, Sendable {
    case redFlags, checkInsToCall, plansRuledOut, intakesToReview, laterForms, checkInsToRead, formsUnfinished,
      formsExpiring
    /// What the database says that it waits.
    case records(TodaysRecord.Need)
  }

  package enum Item: Sendable {
    case intake(IntakeSummary)
    case checkIn(CheckInNews)
    case plan(Plan)
    case invite(Invite)
    case record(TodaysRecord)
  }

  /// All of one kind that waits.
  package struct Need: Sendable {
    package let kind: Kind
    /// What comes first before the others.
    package let items: [Item]
    /// Whether somebody is in danger or asks to be called, or care stops until it is done.
    package let isUrgent: Bool
  }

  /// A link that ends within so many hours is about to stop working.
  package static let hoursToExpiry = 48

  /// The intakes to review, the most pressing first.
  private let waiting: [IntakeSummary]
  /// The invites that are open, those that end first before the others.
  private let open: [Invite]
  private let records: [TodaysRecord.Need: [TodaysRecord]]
  /// The check-ins that say something out of the ordinary, the most urgent first.
  private let checkIns: [CheckInNews]
  private let ruledOut: [Plan]

  package init(at desk: Desk) async throws {
    waiting = try await Intakes(at: desk).waiting()
    open = try await desk.invites(openOnly: true).sorted { $0.expiresAt < $1.expiresAt }
    records = Dictionary(grouping: try await desk.todaysRecords(), by: \.need)
    checkIns = try await CheckIns(at: desk).waiting()
    ruledOut = try await Plans(at: desk).ruledOutByNewContent()
  }

  /// Every kind, the most pressing first: who is in danger or asks to be called, then what stops care, then what goes on.
  package var needs: [Need] {
    let isInDanger = waiting.contains { $0.openFlags > 0 && ($0.highestUrgency ?? .caution) >= .urgent }
    let urgent = (isInDanger ? [.redFlags] : []) + Self.calls + Self.stops + (isInDanger ? [] : [.redFlags])
    return urgent.map { need($0, isUrgent: true) } + Self.goesOn.map { need($0, isUrgent: false) }
  }

  private static let calls: [Kind] = [.checkInsToCall, .records(.wishesOpen)]
  private static let stops: [Kind] = [
    .records(.consentsRefused), .records(.plansPaused), .plansRuledOut, .records(.clientsOpened),
  ]
  /// The next step of each client; then what was begun and is not finished, and visits that are due.
  private static let goesOn: [Kind] =
    [.intakesToReview, .laterForms, .checkInsToRead]
    + [
      .plansToRevise, .clientsToExamine, .clientsToPlan, .consentsToRenew, .reviewsDue, .evaluationsUnsigned,
      .visitsUnsigned, .plansInDraft, .messagesFailed, .visitsDue,
    ].map(Kind.records) + [.formsUnfinished, .formsExpiring]

  private func need(_ kind: Kind, isUrgent: Bool) -> Need {
    Need(kind: kind, items: items(of: kind), isUrgent: isUrgent)
  }

  private func items(of kind: Kind) -> [Item] {
    switch kind {
    case .redFlags: waiting.filter { $0.openFlags > 0 }.map(Item.intake)
    case .intakesToReview: waiting.map(Item.intake)
    case .laterForms: waiting.filter { $0.ordinal > 1 }.map(Item.intake)
    case .checkInsToCall: checkIns.filter(\.isToCallFirst).map(Item.checkIn)
    case .checkInsToRead: checkIns.filter { !$0.isToCallFirst }.map(Item.checkIn)
    case .plansRuledOut: ruledOut.map(Item.plan)
    case .formsUnfinished: open.filter { $0.state != .created }.map(Item.invite)
    case .formsExpiring: open.filter(\.isAboutToExpire).map(Item.invite)
    case .records(let need): (records[need] ?? []).map(Item.record)
    }
  }
}

extension Invite {
  fileprivate var isAboutToExpire: Bool {
    expiresAt.timeIntervalSinceNow < TimeInterval(Workday.hoursToExpiry * 3600)
  }
}

extension Workday.Need {
  /// Whether clients are counted: each of a client's consents is a record.
  package var isAboutClients: Bool { [.records(.consentsRefused), .records(.consentsToRenew)].contains(kind) }

  package var count: Int { isAboutClients ? Set(items.map(\.client)).count : items.count }
}

extension Workday.Kind {
  /// The kind that is met with this one, so that nothing more is to be done about what is of both.
  package var isMetWith: Workday.Kind? { self == .intakesToReview ? .redFlags : nil }
}

/// A record of a client that waits, or a client.
private protocol Waiting {
  var client: Client.ID { get }
  var clientName: String { get }
  var shortID: String { get }
}

extension IntakeSummary: Waiting {}
extension CheckIn: Waiting {}
extension Plan: Waiting {}
extension Invite: Waiting {}
extension TodaysRecord: Waiting {}

extension Workday.Item {
  private var waiting: any Waiting {
    switch self {
    case .intake(let intake): intake
    case .checkIn(let news): news.checkIn
    case .plan(let plan): plan
    case .invite(let invite): invite
    case .record(let record): record
    }
  }

  package var client: Client.ID { waiting.client }
  package var clientName: String { waiting.clientName }
  /// The short id of the record, or of the client whom it is about.
  package var shortID: String { waiting.shortID }
}
