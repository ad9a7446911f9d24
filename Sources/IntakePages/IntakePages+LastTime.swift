import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

extension Visit {
  /// The answers a returning client gave last time, sealed under the link by the therapist's program.
  var answersOfLastTime: FieldValues? {
    guard let sealed = invite.prefill, let answers = try? token.open(sealed, as: Answers.self, for: .prefill)
    else { return nil }
    return FieldValues(answers)
  }

  /// Sections with answers of last time that may have stayed as they were. What brings a client, where it hurts, the
  /// safety check and consent are asked anew each time.
  func sectionsOfLastTime(_ sheet: AnswerSheet) -> [FormSection] {
    let asAlways: Set<FormSection.ID> = ["reason", "pain", "safety", "function", "session", "consent"]
    let answered = Set(pack.questions.filter { sheet[$0.id] != nil }.map(\.section))
    return pack.sections.filter { answered.contains($0.id) && !asAlways.contains($0.id) }.sorted { $0.order < $1.order }
  }
}

extension Draft {
  mutating func begin(with lastTime: FieldValues, pack: ContentPack) {
    let askedAnew: Set<FormSection.ID> = ["reason", "pain", "safety", "consent"]
    let kept = pack.questions.filter { !askedAnew.contains($0.section) && !FormPath.datedOnSending.contains($0.id) }
    fields.replace(where: { name in kept.contains { $0.owns(field: name) } }, from: lastTime)
    isReturning = true
    place = PagePath.lastTime
  }
}

extension IntakePages {
  /// The sections a returning client says have changed are asked again, with last time's answers in place.
  func receiveLastTime(_ form: FieldValues, _ draft: Draft, _ visit: Visit) async throws -> Response {
    var draft = draft
    let known = visit.sectionsOfLastTime(visit.reading(draft).sheet).map(\.id)
    draft.unchangedSections = Set(known.filter { !form.contains("changed", $0.rawValue) })
    let first = visit.path.screens.first { !$0.questions.allSatisfy { draft.unchangedSections.contains($0.section) } }
    draft.place = first?.id ?? "1"
    return try await store(draft, visit, thenShow: draft.place)
  }
}
