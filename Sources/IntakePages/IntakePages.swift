import Clinical
import Foundation
import HTTPServer
import Logging
import Records
import Sealing

/// The public pages: the intake form from its link to the receipt, and the client's plan with its check-ins.
///
/// See `FieldValues` for the names of the fields and the path through the form, `IntakePages+CheckIn` for the check-in.
package struct IntakePages: Sendable {
  let door: Door
  let content: ContentCache
  let cookie: DraftCookie
  /// The scheme of the addresses under which clients reach the pages.
  let scheme: String
  let now: @Sendable () -> Date
  let logger: Logger

  /// - Parameters:
  ///   - publicURL: scheme, host and port under which clients reach the pages, without a path.
  ///   - logger: gets an event for each fault, without data of clients.
  package init(
    door: Door, publicURL: String, now: @escaping @Sendable () -> Date = { Date() },
    logger: Logger
  ) {
    self.door = door
    content = ContentCache(door)
    self.now = now
    self.logger = logger
    scheme = publicURL.hasPrefix("https:") ? "https" : "http"
    cookie = DraftCookie(isSecure: scheme == "https")
  }

  /// The error page for requests that the HTTP layer rejects before any handler runs.
  package static func errorPage(status: Int, text: String) -> Response { Notice.refusal(status, text) }

  package var router: Router {
    var router = Router()
    router.get("/healthz") { _, _ in Response(status: 200, body: Array("ok\n".utf8)) }
    // Browsers request it unasked, and without this report an error on every first page.
    router.get("/favicon.ico") { _, _ in
      Response(status: 204, headers: [("Cache-Control", "public, max-age=31536000")])
    }
    router.get("/style/:sheet") { request, parameters in
      guard let sheet = Stylesheet(name: parameters["sheet"] ?? "") else { return Notice.unknownPage }
      return Self.stylesheet(sheet.text).compressed(for: request)
    }
    // Some mail programs add a slash to a link.
    for link in ["/i/:token", "/i/:token/"] {
      router.get(link) { request, parameters in
        await respond(request, parameters) { token in
          try await show("", for: visit(request, token), query: request.queryOfOurs)
        }
      }
      router.post(link) { request, parameters in
        await receive(request, parameters) { form, token in
          let sent = try await sendAtOnce(form, for: token, key: cookie.key(in: request, for: token))
          if let sent { return sent }
          return try await begin(form, visit(request, token))
        }
      }
    }
    router.get("/i/:token/:page") { request, parameters in
      let page = parameters["page"] ?? ""
      return await respond(request, parameters) { token in
        Portrait.isNamed(page)
          ? try await showPortrait(token) : try await show(page, for: visit(request, token), query: request.queryOfOurs)
      }
    }
    router.post("/i/:token/:page") { request, parameters in
      await receive(request, parameters) { form, token in
        guard parameters["page"] != PagePath.newLink else { return try await askForNewLink(token) }
        return try await receive(form, on: parameters["page"] ?? "", for: visit(request, token))
      }
    }
    addPlanRoutes(to: &router)
    addStopRoutes(to: &router)
    addPhotoRoutes(to: &router)
    return router
  }
}

// MARK: - Errors become pages

extension IntakePages {
  func respond(_ request: Request, _ page: () async throws -> Response) async -> Response {
    await result(request, page).compressed(for: request)
  }

  /// Responds for the link of a form, which has a page of its own once it has expired.
  private func respond(
    _ request: Request, _ parameters: [String: String], _ page: (LinkToken) async throws -> Response
  ) async -> Response {
    let token = token(parameters)
    return await respond(request) {
      do { return try await page(token) } catch Refusal.notFound { return try await missing(token, FieldValues()) }
    }
  }

  private func missing(_ token: LinkToken, _ form: FieldValues) async throws -> Response {
    try await door.hasEnded(tokenHash: token.hash)
      ? Notice.endedLink(token, keeping: form) : Notice.unknownLink(keeping: form)
  }

  private func result(_ request: Request, _ page: () async throws -> Response) async -> Response {
    do {
      return try await page()
    } catch let refusal as Refusal {
      return Self.respond(to: refusal)
    } catch let fault as Fault where fault.unreachable {
      record(fault, request)
      return Notice.unavailable
    } catch {
      return Notice.failed(reference: record(error, request))
    }
  }

  /// Logs an error under the reference that the client is shown, without data of the client, and returns the reference.
  @discardableResult private func record(_ error: any Error, _ request: Request) -> String {
    let fault = error as? Fault
    let reference = fault?.reference ?? request.id
    var metadata: Logger.Metadata = [
      "id": "\(request.id)", "reference": "\(reference)", "kind": "\(type(of: error))",
    ]
    metadata["sqlstate"] = fault?.sqlState.map { "\($0)" }
    logger.error("fault", metadata: metadata)
    return reference
  }

  /// Handles a form posted to an address under a link. A form that cannot be read is rejected; one that cannot be stored
  /// is returned in the response, so that nothing typed is lost. It is not looked at while the link's practice has no
  /// room (`Door.requireRoom`). The server has already rejected forms from other sites.
  func receive(
    _ request: Request, _ parameters: [String: String],
    _ page: (FieldValues, LinkToken) async throws -> Response
  ) async -> Response {
    guard let form = try? Form(decoding: request.body) else { return Self.respond(toUnreadable: request.body) }
    let (fields, token) = (FieldValues(form), token(parameters))
    return await respond(request) {
      do {
        try await door.requireRoom(for: token.hash)
        return try await untilStored { try await page(fields, token) }
      } catch let fault as Fault {
        record(fault, request)
        return Notice.notStored(fields)
      } catch Refusal.notFound {
        return try await missing(token, fields)
      } catch let refusal as Refusal {
        return Self.respond(to: refusal, keeping: fields)
      }
    }
  }

  /// Returns a form whose answers are too long, to be shortened. Our own pages send nothing else that is unreadable.
  private static func respond(toUnreadable body: [UInt8]) -> Response {
    var limits = FormLimits()
    limits.valueBytes = body.count
    guard let form = try? Form(decoding: body, limits: limits) else { return Notice.unreadableForm }
    return Notice.tooLong(FieldValues(form))
  }

  /// Repeats a request that met a concurrent change: when two windows of a browser store their pages at the same moment,
  /// the later one reads the draft again and adds its page to what the other has stored.
  private func untilStored(_ page: () async throws -> Response) async throws -> Response {
    for _ in 1..<Self.attempts {
      do {
        return try await page()
      } catch Refusal.stale {
        continue
      }
    }
    return try await page()
  }

  /// More than the number of connections that a browser opens. With each failure, another window's page has been stored.
  private static let attempts = 10

  private static func respond(to refusal: Refusal, keeping form: FieldValues? = nil) -> Response {
    switch refusal {
    case .notFound: form.map(Notice.unknownLink(keeping:)) ?? Notice.unknownLink
    case .invalid: Notice.tooLong(form)
    case .stale: Notice.refused(409, standardWords.anotherWindow, form)
    case .blocked: Notice.refused(409, standardWords.tooManyBrowsers, form)
    case .conflict, .notAllowed, .unopened: Notice.tooLate(form)
    }
  }
}

// MARK: - What a link opens

extension IntakePages {
  /// The token in the path. A malformed token is looked up under a random hash, so that the response takes as long as for
  /// an unknown one. The sign of a sentence that a mail program took for a part of the link is no part of the token.
  func token(_ parameters: [String: String]) -> LinkToken {
    parameters["token"].flatMap(LinkToken.init(inText:)) ?? LinkToken()
  }

  private func visit(_ request: Request, _ token: LinkToken) async throws -> LinkVisit {
    let key = cookie.key(in: request, for: token)
    let invite = try await door.openInvite(tokenHash: token.hash, draftKeyHash: key?.hash)
    let path = try await content.path(invite.contentVersion, hidden: Set(invite.hiddenQuestions))
    var visit = LinkVisit(
      token: token, invite: invite, path: path, today: CalendarDate(now(), in: invite.practice.zone),
      practice: Letterhead(invite.practice), key: key)
    if let key, let stored = invite.draft {
      visit.draft = try Draft(opening: stored.sealed, under: key, for: token)
      visit.draftVersion = stored.version
    }
    if let draft = visit.draft { return await visit.worded(by: draft.fields, from: content) }
    return visit
  }
}
