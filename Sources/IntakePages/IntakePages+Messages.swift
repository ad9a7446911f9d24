import HTTPServer
import Records
import Sealing

extension IntakePages {
  /// Sends a new link to the address on record; where that cannot be, the practice is told.
  func askForNewLink(_ token: LinkToken) async throws -> Response {
    if let key = try await door.outboxKey() {
      let link = LinkToken()
      let isSent = try await door.renewLink(
        tokenHash: token.hash, newHash: link.hash, sealed: link.sealed(to: key))
      if isSent { return Notice.renewedLink }
    }
    try await door.saveWish(.newLink, ofLink: token.hash)
    return Notice.endedLink(token, isAsked: true)
  }
}

/// The page of the link in each message by which its reader asks for no more of them. Opening it changes nothing, because
/// mail scanners open links; a mail program's own button posts to the same address (RFC 8058).
extension IntakePages {
  func addStopRoutes(to router: inout Router) {
    for link in ["/s/:token", "/s/:token/"] {
      router.get(link) { request, parameters in
        await respond(request) {
          let token = token(parameters)
          let (isStopped, practice) = try await door.openStop(linkHash: token.hash)
          let letterhead = Letterhead(practice)
          return isStopped ? Self.stopped(letterhead, practice) : Self.stop(token, letterhead, practice)
        }
      }
      router.post(link) { request, parameters in
        await receive(request, parameters) { _, token in
          try await door.stopMessages(linkHash: token.hash)
          let practice = try await door.openStop(linkHash: token.hash).practice
          return Self.stopped(Letterhead(practice), practice)
        }
      }
    }
  }

  private static func stop(_ token: LinkToken, _ letterhead: Letterhead, _ practice: Door.PracticeSign) -> Response {
    let words = letterhead.words
    return HTMLPage(
      title: words.noMessagesTitle, letterhead: letterhead,
      content: """
        <h1>\(words.noMessagesTitle)</h1>
        <p>\(words.noMessages(practice: practice.name))</p>
        <form method="post" action="/s/\(token.text)"><div class="go"><button>\(words.noMessagesButton)</button></div></form>
        """
    ).response
  }

  private static func stopped(_ letterhead: Letterhead, _ practice: Door.PracticeSign) -> Response {
    let words = letterhead.words
    let sentences = words.messagesStopped(practice: practice.name).map { "<p>\($0)</p>\n" as HTML }
    return HTMLPage(
      title: words.messagesStoppedTitle, letterhead: letterhead,
      content: "<h1>\(words.messagesStoppedTitle)</h1>\n\(sentences)"
    ).response
  }
}
