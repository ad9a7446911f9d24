import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// What may be asked after the form was sent: short cards, chosen by the answers. They are sent as a later form of the
/// link, with everything that was told before.
extension IntakePages {
  /// Opens a card, or sends what was added.
  func goDeeper(_ form: FieldValues, _ visit: LinkVisit) async throws -> Response {
    guard let key = visit.key, let sent = try await sentCopy(visit, key) else { return Notice.alreadySent(visit) }
    if form.first("action") == "send" {
      guard let draft = visit.draft, draft.isDeeper else { return seeOther(visit.address(PagePath.receipt)) }
      return try await send(draft, visit, version: visit.draftVersion)
    }
    var draft: Draft
    if let begun = visit.draft, begun.isDeeper {
      draft = begun
    } else {
      draft = Draft(submissionKey: UUID(), fields: FieldValues(sent.copy.sheet.answers, of: visit.pack))
      draft.isDeeper = true
      draft.shownFlags = Set(sent.copy.sheet.urgentFlags.map(\.id))
    }
    let sheet = visit.reading(draft).sheet
    let first = visit.path.screens.first { screen in
      screen.stage.isDeeper && screen.stage.id.rawValue == form.first("card") && screen.isOnTheWay(for: sheet)
    }
    guard let first else { return seeOther(visit.address(PagePath.receipt)) }
    draft.place = first.id
    return try await store(draft, visit, thenShow: first.id)
  }
}

extension FormPath {
  /// The cards for this client, each with the number of its questions, as far as they can be known before it is begun.
  func cards(for sheet: AnswerSheet) -> [(stage: FormStage, questions: Int)] {
    pack.stages.filter { $0.isDeeper && sheet.offers($0) }.compactMap { stage in
      let count = screens.filter { $0.stage.id == stage.id }.flatMap(\.questions).count { sheet.isShown($0.id) }
      return count == 0 ? nil : (stage, count)
    }
  }
}
