import Clinical
import HTTPServer
import Records
import Sealing

/// The page of a plan and its check-ins, and what is said once their link has ended.
extension IntakePages {
  func addPlanRoutes(to router: inout Router) {
    router.get("/p/:token") { request, parameters in
      await respond(request) {
        try await unlessEnded(token(parameters)) { token in try await openPlan(token) { $0.page.response } }
      }
    }
    for page in ["how", "worry", "thanks"] {
      router.get("/p/:token/\(page)") { request, parameters in
        await respond(request) {
          try await unlessEnded(token(parameters)) { try await showCheckIn(page, request, $0) }
        }
      }
    }
    for page in ["how", "worry"] {
      router.post("/p/:token/\(page)") { request, parameters in
        await receive(request, parameters) { form, token in
          try await unlessEnded(token, keeping: form) { try await receiveCheckIn(form, on: page, $0) }
        }
      }
    }
    router.post("/p/:token/\(PagePath.newLink)") { request, parameters in
      await receive(request, parameters) { _, token in
        try await door.askForNewPlanLink(linkHash: token.hash)
        return Notice.endedPlanLink(token, isAsked: true)
      }
    }
    router.get("/p/:token/:file") { request, parameters in
      await respond(request) {
        try await unlessEnded(token(parameters)) { token in
          try await openPlan(token) { PlanPage.file(parameters["file"] ?? "", of: $0.copy) }
        }
      }
    }
  }

  /// Shows the plan while it is issued, and otherwise why it is not shown.
  private func openPlan(_ token: LinkToken, show: (PlanPage) -> Response) async throws -> Response {
    let plan = try await door.openPlan(linkHash: token.hash)
    let letterhead = Letterhead(plan.practice)
    switch plan.state {
    case .issued(let sealed, let pausedItems):
      let copy = try token.open(sealed, as: ClientPlanCopy.self, for: .plan)
      return show(PlanPage(token: token, letterhead: letterhead, copy: copy, pausedItems: pausedItems))
    case .paused: return Notice.paused(letterhead)
    case .revised: return Notice.revised(letterhead)
    }
  }

  /// Shows a page, or that the link of its plan has ended.
  private func unlessEnded(
    _ token: LinkToken, keeping form: FieldValues = FieldValues(), _ page: (LinkToken) async throws -> Response
  ) async throws -> Response {
    do {
      return try await page(token)
    } catch Refusal.notFound(let kind) {
      guard try await door.hasPlanEnded(linkHash: token.hash) else { throw Refusal.notFound(kind: kind) }
      return Notice.endedPlanLink(token, keeping: form)
    }
  }
}
