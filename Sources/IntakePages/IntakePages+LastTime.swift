import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

extension Visit {
  /// The answers that a returning client gave last time, which the therapist's program sealed under the link.
  var answersOfLastTime: FieldValues? {
    guard let sealed = invite.prefill, let answers = try? token.open(sealed, as: Answers.self, for: .prefill)
    else { return nil }
    return FieldValues(answers)
  }

  /// The sections whose answers of last time may be unchanged. The reason for the visit, the pain, the safety check and
  /// consent are asked again each time.
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
  /// Asks the sections again that a returning client says have changed, filled in with last time's answers.
  func receiveLastTime(_ form: FieldValues, _ draft: Draft, _ visit: Visit) async throws -> Response {
    var draft = draft
    let known = visit.sectionsOfLastTime(visit.reading(draft).sheet).map(\.id)
    draft.unchangedSections = Set(known.filter { !form.contains("changed", $0.rawValue) })
    let first = visit.path.screens.first { !$0.questions.allSatisfy { draft.unchangedSections.contains($0.section) } }
    draft.place = first?.id ?? "1"
    return try await store(draft, visit, thenShow: draft.place)
  }
}
