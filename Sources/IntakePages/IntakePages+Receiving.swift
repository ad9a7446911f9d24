import Clinical
import Foundation
import HTTPServer
import Records
import Sealing

/// POST requests: what was typed is stored first, valid or not, and only then checked.
extension IntakePages {
  /// Handles the start page: begins a draft, or sends a whole form if its fields are there. Nobody begins again through a
  /// link that was used, so what is typed there to show who somebody is gets the same answer whether it is right or not.
  func begin(_ form: FieldValues, _ visit: LinkVisit) async throws -> Response {
    if visit.isClosed, !visit.pack.ownsAny(of: form) { return seeOther(visit.address(PagePath.receipt)) }
    guard let submission = form.submissionKey else { return Notice.unreadableForm }
    if visit.pack.ownsAny(of: form) {
      return try await sendWhole(Draft(submissionKey: submission, fields: form), visit)
    }
    if let draft = visit.draft { return seeOther(visit.address(draft.place)) }
    guard let draft = try await firstDraft(form, submission, visit) else {
      var answer = StartPage(visit: visit, submissionKey: submission, refused: form).page.response
      answer.countsAsGuess = true
      return answer
    }
    return try await store(draft, visit, isEmpty: !draft.isReturning, thenShow: draft.place)
  }

  func receive(_ form: FieldValues, on page: String, for visit: LinkVisit) async throws -> Response {
    if page == PagePath.resume { return try await resume(form, visit) }
    if page == PagePath.done { return forget(visit) }
    if page == PagePath.call {
      try await door.saveWish(.call, ofLink: visit.token.hash)
      return HelpPage(visit: visit, isAsked: true).page.response
    }
    if visit.wasSent, page == PagePath.wish { return try await receiveWish(form, visit) }
    if visit.wasSent, page == PagePath.more { return try await goDeeper(form, visit) }
    let isDeeper = visit.path.screen(page)?.stage.isDeeper ?? false
    if isDeeper ? !(visit.draft?.isDeeper ?? false) : visit.isClosed {
      return visit.pack.ownsAny(of: form) ? Notice.sentWithout(form) : seeOther(visit.address(PagePath.receipt))
    }
    guard var draft = visit.draft ?? form.submissionKey.map({ Draft(submissionKey: $0) }) else {
      return seeOther(visit.address())
    }
    if form.first("action") == "save", [PagePath.stop, PagePath.check].contains(page) {
      return try await saveForLater(draft, visit)
    }
    switch page {
    case PagePath.stop, PagePath.saved: return seeOther(visit.address(draft.place))
    case PagePath.check: return try await receiveCheck(form, draft, visit)
    default:
      guard let screen = visit.path.screen(page) else { return Notice.unknownPage }
      return try await receive(form, on: screen, &draft, visit)
    }
  }

  private func receive(_ form: FieldValues, on screen: Screen, _ draft: inout Draft, _ visit: LinkVisit) async throws
    -> Response
  {
    guard !form.repeatsOne(where: { name in screen.questions.first { $0.owns(field: name) } }) else {
      return Notice.unreadableForm
    }
    draft.noToTheRest = draft.noToTheRest.filter { id in
      !screen.owns(field: id.rawValue) || form[id.rawValue] == draft.fields[id.rawValue]
    }
    draft.fields.replace(where: screen.owns(field:), from: form.spellingOut(visit.pack.agreements))
    draft.place = screen.id
    draft.sweptScreen = nil
    let action = form.first("action") ?? "continue"
    if action == "no_to_rest" { draft.sayNoToTheRest(of: screen, in: visit) }
    let reading = visit.reading(draft)
    // Urgent flags come before everything else, even before a typing error on the same page.
    let urgent = Set(reading.sheet.urgentFlags.map(\.id))
    if !urgent.isSubset(of: draft.shownFlags) {
      draft.shownFlags = urgent
      if action == "continue" || action == "no_to_rest", reading.problems(on: screen).isEmpty {
        advance(&draft, past: screen, reading, visit)
      }
      return try await store(draft, visit, thenShow: PagePath.stop)
    }
    draft.shownFlags = urgent

    switch action {
    case "back":
      let before =
        visit.path.screen(before: screen.id, for: reading.sheet)?.id ?? (draft.isDeeper ? PagePath.more : nil)
      draft.place = before ?? screen.id
      return try await store(draft, visit, thenShow: before)
    case "save":
      return try await saveForLater(draft, visit)
    case "list", "drawing":
      draft.prefersList = action == "list"
      return try await store(draft, visit, thenShow: screen.id)
    case let action where action.hasPrefix("mark:"):
      let question = Question.ID(rawValue: String(action.dropFirst(5)))
      return try await store(draft, visit, thenShow: visit.path.screen(asking: question)?.id ?? screen.id)
    default:
      let problems = reading.problems(on: screen)
      guard problems.isEmpty else {
        let key = try await store(draft, visit)
        var answer = ScreenPage(visit: visit, screen: screen, draft: draft, reading: reading, problems: problems)
          .page.response
        answer.headers.append(cookie.header(key, for: visit.token))
        return answer
      }
      advance(&draft, past: screen, reading, visit)
      return try await store(draft, visit, thenShow: draft.place)
    }
  }

  private func advance(_ draft: inout Draft, past screen: Screen, _ reading: AnswerReading, _ visit: LinkVisit) {
    draft.place = visit.next(after: screen, draft, reading)
    draft.hasReachedCheck = draft.hasReachedCheck || draft.place == PagePath.check
    if screen.stage.isDeeper, draft.place == PagePath.more { draft.finishedStages.insert(screen.stage.id) }
  }

  /// Records what a client wishes, from the page of the form they sent. A browser that did not send it is shown what any
  /// other is.
  private func receiveWish(_ form: FieldValues, _ visit: LinkVisit) async throws -> Response {
    guard let wish = form.first("wish").flatMap(ClientWish.init(rawValue:)) else { return Notice.unreadableForm }
    guard let key = visit.key else { return Notice.alreadySent(visit) }
    do {
      try await door.saveWish(wish, tokenHash: visit.token.hash, draftKeyHash: key.hash)
    } catch Refusal.notFound {
      return Notice.alreadySent(visit)
    }
    return seeOther(visit.address(PagePath.receipt))
  }

  private func receiveCheck(_ form: FieldValues, _ draft: Draft, _ visit: LinkVisit) async throws -> Response {
    if form.first("action") == "back" {
      let reading = visit.reading(draft)
      return seeOther(visit.address(visit.path.lastScreen(for: reading.sheet)?.id))
    }
    return try await send(draft, visit, version: visit.draftVersion)
  }

  /// Stores the draft under the browser's key, or a new one. The first time it gets the code that opens it elsewhere.
  /// - Parameter isEmpty: whether the client has only begun; a draft without any answer is empty too.
  /// - Throws: `Refusal.stale` when another page was stored since the visit began.
  func store(_ draft: Draft, _ visit: LinkVisit, isEmpty: Bool = false) async throws -> DraftKey {
    let key = visit.key ?? DraftKey()
    var draft = draft
    let code = draft.resumeCode == nil && !draft.isDeeper ? ResumeCode() : nil
    if let code { draft.resumeCode = code.text }
    try await door.saveDraft(
      tokenHash: visit.token.hash, draftKeyHash: key.hash, sealed: draft.sealed(under: key, for: visit.token),
      version: visit.draftVersion, isEmpty: isEmpty || draft.fields.values.isEmpty)
    if let code {
      try await door.saveResumeCode(
        tokenHash: visit.token.hash, draftKeyHash: key.hash, codeHash: code.hash(for: visit.token),
        wrappedKey: code.wrap(key, for: visit.token))
    }
    return key
  }

  func store(
    _ draft: Draft, _ visit: LinkVisit, isEmpty: Bool = false, thenShow page: String?
  ) async throws -> Response {
    let key = try await store(draft, visit, isEmpty: isEmpty)
    return seeOther(visit, page, setting: visit.key == nil ? key : nil)
  }
}

extension FieldValues {
  /// Whether a field that takes one value was sent twice, which our own pages never do.
  ///
  /// - Parameter owner: the question that a field belongs to.
  func repeatsOne(where owner: (_ field: String) -> Question?) -> Bool {
    values.contains { name, values in values.count > 1 && owner(name)?.isSingleValued ?? false }
  }

  /// The key of the submission: a UUID of version 4, spelled exactly as our pages do, in lower case.
  var submissionKey: UUID? {
    guard self["submission"].count == 1, let text = first("submission"), text.utf8.count == 36,
      let key = UUID(uuidString: text), key.lowercased.utf8.elementsEqual(text.utf8),
      key.uuid.6 >> 4 == 4, key.uuid.8 >> 6 == 2
    else { return nil }
    return key
  }
}

extension Draft {
  /// Answers "no" to the questions that the client left open on this screen, and records that.
  mutating func sayNoToTheRest(of screen: Screen, in visit: LinkVisit) {
    let sheet = visit.reading(self).sheet
    for question in screen.questions where sheet.isShown(question.id) {
      guard fields[question.id.rawValue].isEmpty, let no = question.negativeChoice else { continue }
      fields[question.id.rawValue] = [no.id.rawValue]
      noToTheRest.insert(question.id)
      sweptScreen = screen.id
    }
  }
}
