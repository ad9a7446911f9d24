import Clinical
import Records

/// The cards that go deeper, between two of them: what is done, what else could be told, and the button that sends it.
struct MorePage {
  let visit: LinkVisit
  let draft: Draft

  var page: HTMLPage {
    HTMLPage(title: words.moreTitle, letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    """
    <h1>\(words.moreTitle)</h1>
    <p>\(words.moreIntro(therapist: visit.invite.practice.therapist))</p>
    <form method="post"><div class="go"><button name="action" value="send">\
    \(words.sendMore(therapist: visit.invite.practice.therapist))</button></div></form>
    \(CardList(visit: visit, sheet: visit.reading(draft).sheet, finished: draft.finishedStages).html)
    """
  }
}

/// What may be told beside the form: a card for each stage that this client is offered.
struct CardList {
  let visit: LinkVisit
  let sheet: AnswerSheet
  let finished: Set<FormStage.ID>

  private var words: any PageWords { visit.words }

  var html: HTML {
    let cards = visit.path.cards(for: sheet)
    guard !cards.isEmpty else { return .empty }
    return """
      <h2>\(words.cardsTitle(therapist: visit.invite.practice.therapist))</h2>
      <form method="post" action="\(visit.address(PagePath.more))">\(cards.map(card))</form>

      """
  }

  private func card(_ card: (stage: FormStage, questions: Int)) -> HTML {
    let isDone = finished.contains(card.stage.id)
    return """
      <button class="card" name="card" value="\(card.stage.id.rawValue)"><b>\(card.stage.title)\
      \(" ✓", if: isDone)</b> <span>\(words.cardReason(questions: card.questions, why: card.stage.why))</span></button>
      """
  }
}
