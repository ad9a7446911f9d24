import ArgumentParser
import Care
import Clinical
import Delivery
import Foundation
import JSON
import Records
import Sealing

struct InviteSend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Make a link to the intake form and send it to the client.",
    discussion: """
      The message goes to the address on record, between eight in the morning and eight in the evening where the practice \
      is; plumbline outbox list shows what became of it. A client who asked for no more messages gets none. With \
      --dry-run you see the words.
      Example: plumbline invite send "Ana Lima" --before-visit 2099-06-01 --remind 48h,24h
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: "How it is sent: email, sms, or print for paper.")
  var by: LetterWay = .email
  @Option(
    help: ArgumentHelp("The visit before which the form is needed; it stands in the letter.", valueName: "yyyy-mm-dd"))
  var beforeVisit: TypedDay?
  @Option(
    help: ArgumentHelp("How long before nine in the morning of that day it is asked for again.", valueName: "48h,24h"))
  var remind: Reminders = .none
  @Option(help: ArgumentHelp("How long the link works: 36h, 14d, friday.", valueName: "period"))
  var expires: Period = .twoWeeks
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !remind.hours.isEmpty, beforeVisit == nil { throw ValidationError("--remind needs --before-visit DAY.") }
    if !remind.hours.isEmpty, by == .print { throw ValidationError("Paper does not remind: leave --remind out.") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    let site = try PublicSite(console.settings)
    let making = try await FormLinkMaking(
      for: client, expiresAt: try expires.end, onSharedDevice: false, at: desk)
    let letterhead = try await LetterPreview(at: desk)
    let visit = try beforeVisit?.day
    guard let channel = by.channel else {
      return try await print(making, site, letterhead, visit, at: desk, console)
    }
    let route = try await MessageRoute(to: client, by: channel, at: desk)
    let (link, messages) = try await making.send(
      by: route, before: visit, reminders: remind.hours, dryRun: console.dryRun)
    guard !console.dryRun else {
      warnOfLate(messages, console)
      console.tellOfOpen(making.open)
      return try letterhead.show(messages.map { ($0.kind, visit) }, by: channel, to: client.label, console)
    }
    try console.say(
      [
        "id": .string("\(link.invite.id)"), "short_id": .string(link.invite.shortID),
        "client": .string("\(client.id)"), "by": .string(by.rawValue), "expires_at": JSON(link.invite.expiresAt),
        "history_code": link.historyCode.map { .string($0.text) } ?? .null,
        "messages": .array(messages.map { ["kind": .string($0.kind.rawValue), "due_at": JSON($0.dueAt)] }),
      ],
      "To \(client.label): \(messages.map { "\($0.kind.words), due \(Moment.local($0.dueAt))" }.joined(separator: "; "))."
    )
    warnOfLate(messages, console)
    console.explainHistory(of: link)
    console.tellOfOpen(making.open)
    console.next("plumbline outbox list", "what became of it")
  }

  /// Says which reminders are left out, because their time is over.
  private func warnOfLate(_ messages: [(kind: Letter.Kind, dueAt: Date)], _ console: Console) {
    let late = remind.hours.count - messages.count { $0.kind == .inviteReminder }
    if late > 0 { console.warn("It is too late for \(late.counted("reminder")): the visit is too near.") }
  }

  private func print(
    _ making: FormLinkMaking, _ site: PublicSite, _ letterhead: LetterPreview, _ visit: CalendarDate?, at desk: Desk,
    _ console: Console
  ) async throws {
    let link = try await desk.transaction(dryRun: console.dryRun) {
      let link = try await making.make()
      guard !console.dryRun else { return link }
      let url = site.form(link.token)
      try console.deliver(
        link.json(url: url), orText: letterhead.letter(.invite, visit, link: url, stop: nil).plain, "letter")
      return link
    }
    if console.dryRun {
      try console.wouldDo("print a letter with a link for \(making.client.label)")
    } else {
      console.explainHistory(of: link)
    }
    console.tellOfOpen(making.open)
  }
}

struct InviteRemind: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Remind clients of invites that were sent to them.",
    discussion: "Once a day at most, and nobody who refused reminders.")

  @Argument(help: "Ids or short ids of invitations.")
  var invites: [String]
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    var due: [Date] = []
    try await desk.perform(dryRun: console.dryRun) {
      due = []
      for invite in invites { due.append(try await desk.remindOfInvite(invite)) }
    }
    guard !console.dryRun else { return try console.wouldDo("remind of \(invites.joined(separator: ", "))") }
    let times = zip(invites, due).map { "\($0) \(Moment.local($1))" }
    try console.say(
      ["reminded": JSON(invites), "due_at": .array(due.map { JSON($0) })],
      "Reminders: \(times.joined(separator: ", ")).")
  }
}

/// How a letter reaches a client.
enum LetterWay: String, CaseIterable, ExpressibleByArgument {
  case email, sms, print

  /// Nil for paper, which the therapist hands over.
  var channel: Message.Channel? { Message.Channel(rawValue: rawValue) }
}

/// So many hours before a visit: `48h,24h`.
struct Reminders: ExpressibleByArgument {
  let hours: [Int]
  static let none = Reminders(hours: [])

  private init(hours: [Int]) { self.hours = hours }

  init?(argument: String) {
    let lengths = argument.split(separator: ",", omittingEmptySubsequences: false).map { length -> Int? in
      guard let match = length.wholeMatch(of: /([0-9]{1,3})(h|d)/), let count = Int(match.1), count > 0 else {
        return nil
      }
      return match.2 == "d" ? count * 24 : count
    }
    guard !lengths.contains(nil), lengths.count <= 5 else { return nil }
    hours = lengths.compactMap(\.self)
  }

  var defaultValueDescription: String { "none" }
}
