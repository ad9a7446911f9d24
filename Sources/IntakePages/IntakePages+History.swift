import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// The answers that a client gave before. The link alone shows none of them.
extension IntakePages {
  /// The fields of the start page with which clients show who they are. They are no answers.
  enum IdentityField {
    static let birth = "identity.birth"
    static let code = "identity.code"
    static let birthParts = ["day", "month", "year"].map { "\(birth).\($0)" }
  }

  /// Begins a form with the earlier answers if a birth date or code was given that opens them. Begins an empty one if none
  /// was given, if there are no earlier answers, or if too many wrong ones were given before.
  ///
  /// - Returns: nil when what was given opens nothing.
  func firstDraft(_ form: FieldValues, _ submission: UUID, _ visit: LinkVisit) async throws -> Draft? {
    let draft = Draft(submissionKey: submission)
    guard visit.invite.history == .guarded, form.showsIdentity else { return draft }
    let typed = form.first(IdentityField.code) ?? ""
    let sealed = try await door.openHistory(
      tokenHash: visit.token.hash, birthDate: visit.birthDate(form),
      codeHash: ResumeCode(typed)?.hash(for: visit.token))
    guard let sealed else { return nil }
    return draft.beginning(with: try visit.token.open(sealed, as: EarlierForm.self, for: .prefill), visit)
  }
}

extension FieldValues {
  /// Whether the client typed something to show who they are.
  var showsIdentity: Bool {
    ([IntakePages.IdentityField.code] + IntakePages.IdentityField.birthParts).contains { name in
      first(name)?.contains { !$0.isWhitespace } ?? false
    }
  }
}

extension LinkVisit {
  fileprivate func birthDate(_ form: FieldValues) -> CalendarDate? {
    guard let question = pack.question("contact.date_of_birth") else { return nil }
    let parts = IntakePages.IdentityField.birthParts.map { form.first($0) ?? "" }
    guard case .text(let day)? = pack.read(parts, for: question, today: today).value else { return nil }
    return CalendarDate(iso: day)
  }
}

extension Draft {
  /// The sections that are asked anew each time: why the client comes, the pain, the safety check, and what the pain keeps
  /// the client from.
  private static let askedAnew: Set<FormSection.ID> = ["reason", "pain", "safety", "function"]

  /// The draft of a client who answers again, filled in with what they told before. It goes on with what is asked anew,
  /// or with the question that was sent back, and then straight to the page on which all answers are checked.
  func beginning(with earlier: EarlierForm, _ visit: LinkVisit) -> Draft {
    var draft = self
    let keepsConsent = earlier.answers.agreesStill(to: visit.path, on: visit.today)
    let kept = visit.pack.questions.filter { question in
      guard !FormPath.datedOnSending.contains(question.id) else { return false }
      if earlier.returned != nil { return true }
      return !Self.askedAnew.contains(question.section) && (question.section != "consent" || keepsConsent)
    }
    let fields = FieldValues(earlier.answers, of: visit.pack)
    draft.fields.replace(where: { name in kept.contains { $0.owns(field: name) } }, from: fields)
    draft.hasReachedCheck = true
    draft.isReturning = true
    draft.returned = earlier.returned
    let reading = visit.reading(draft)
    let asked = earlier.returned?.question.flatMap(visit.path.screen(asking:))
    let open = visit.path.screens.first { !$0.isDetour && !reading.problems(on: $0).isEmpty }
    draft.place = (asked ?? open)?.id ?? PagePath.check
    return draft
  }
}

extension Answers {
  /// Whether the consents given with these answers still stand: to the same words, and less than a year ago.
  fileprivate func agreesStill(to path: FormPath, on today: CalendarDate) -> Bool {
    guard self["form.consent_sha256"] == .text(path.consentTextHash),
      case .text(let day)? = self["consent.signed_on"], let signed = CalendarDate(iso: day),
      let renewal = CalendarDate(year: signed.year + 1, month: signed.month, day: min(signed.day, 28))
    else { return false }
    return today < renewal
  }
}
