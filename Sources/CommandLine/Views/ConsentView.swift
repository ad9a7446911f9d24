import Care
import Clinical
import Foundation
import JSON
import Records

extension ConsentStanding {
  static let columns: [Column<ConsentStanding>] = [
    Column(
      "consent", "Consent", value: { .string($0.consent.question.rawValue) },
      shown: { StyledText($0.consent.question.shortConsent, .bold) }),
    Column("state", "State", value: { .string($0.consent.state.rawValue) }, shown: \.styled),
    Column("at", "When", value: { JSON($0.consent.at) }, shown: { StyledText(Moment.localDay($0.consent.at)) }),
    Column(
      "by", "By", rank: 1, value: { JSON($0.consent.recordedBy) },
      shown: { StyledText($0.consent.recordedBy ?? "client") }),
    Column("source", "Source", rank: 3, value: { .string($0.consent.source.rawValue) }),
    Column("text_version", "Words of", rank: 2, value: { .string($0.consent.textVersion) }),
    Column("text", "To", rank: 4, value: { JSON($0.question?.text) }),
    Column("reason", "Because", rank: 5, value: { JSON($0.consent.reason) }),
    Column("answer", value: { JSON($0.consent.answer?.rawValue) }),
    Column("intake", value: { JSON($0.consent.intake) }),
    Column("required", value: { .bool($0.consent.isRequired) }),
  ]

  /// A permission is said as it was chosen.
  fileprivate var styled: StyledText {
    let chosen = consent.answer.flatMap { id in question?.choices.first { $0.id == id }?.label }
    return StyledText(chosen ?? consent.state.rawValue, consent.isWithheld ? .red : .plain)
  }
}

extension Question.ID {
  private static let consentSection = "consent."

  /// The id of a consent that may be named without its section.
  init(consent name: String) {
    self.init(rawValue: name.hasPrefix(Self.consentSection) ? name : Self.consentSection + name)
  }

  /// The id of a consent without its section.
  var shortConsent: String {
    rawValue.hasPrefix(Self.consentSection) ? String(rawValue.dropFirst(Self.consentSection.count)) : rawValue
  }
}

extension ClientWish {
  /// After a client's name.
  var words: String {
    switch self {
    case .withdrawConsent: "wants to take back what they agreed to"
    case .copyOfRecord: "wants a copy of their record"
    case .call: "asks to be called before they send the form"
    case .newLink: "asks for a new link to the form"
    case .newPlanLink: "asks for a new link to their plan, because the old one has ended"
    }
  }
}

extension ClientNotice {
  var json: JSON {
    (["need": .string(need.rawValue)] as JSON).adding(subject)
  }

  private var subject: JSON {
    switch self {
    case .withheldConsent(let consent, let state):
      ["consent": .string(consent.rawValue), "state": .string(state.rawValue)]
    case .consentToRenew(let consent): ["consent": .string(consent.rawValue)]
    case .wish(let wish): ["wish": .string(wish.rawValue)]
    case .opened(let colleague, let reason): ["by": .string(colleague), "reason": .string(reason)]
    }
  }

  /// - Parameters:
  ///   - client: the short id, for the command that comes next.
  ///   - text: of a consent, as the form asks it.
  fileprivate func lines(client: String, text: (Question.ID) -> String?) -> (sentence: String, next: String) {
    switch self {
    case .withheldConsent(let consent, let state):
      (
        "NO CONSENT  \(text(consent) ?? consent.rawValue)  (\(consent.shortConsent) \(state.rawValue))",
        "Nothing rests on it until it is renewed: plumbline client consent \(client)"
      )
    case .consentToRenew(let consent):
      (
        "Consent is more than a year old: \(consent.shortConsent)",
        "A new form renews it: plumbline invite link \(client)"
      )
    case .wish(let wish): ("The client \(wish.words).", "plumbline client consent \(client)")
    case .opened(let colleague, let reason):
      (
        "\(colleague) opened this client in an emergency: \(reason)",
        "Once you have read it: plumbline client open \(client) --ack"
      )
    }
  }

  fileprivate var isUrgent: Bool {
    switch self {
    case .withheldConsent, .wish(.withdrawConsent): true
    case .consentToRenew, .wish, .opened: false
    }
  }
}

extension Report {
  /// What is to be known of a client before anything else, withheld consent first.
  mutating func notices(_ notices: [ClientNotice], client: String, _ pack: ContentPack) {
    for notice in notices.filter(\.isUrgent) + notices.filter({ !$0.isUrgent }) {
      let style: StyledText.Style = notice.isUrgent ? .red : .yellow
      let (sentence, next) = notice.lines(client: client) { pack.question($0)?.text }
      paragraph(sentence, style, marker: StyledText("!", style))
      paragraph(next, .dim, indent: 2)
    }
  }
}

extension [ClientNotice] {
  var json: JSON { .array(map(\.json)) }
}
