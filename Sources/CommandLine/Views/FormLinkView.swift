import Care
import JSON
import Records
import Sealing

extension FormLink {
  func json(url: String) -> JSON {
    [
      "id": .string("\(invite.id)"), "short_id": .string(invite.shortID), "client": .string("\(invite.client)"),
      "url": .string(url), "expires_at": JSON(invite.expiresAt),
      "history_code": historyCode.map { .string($0.text) } ?? .null,
    ]
  }
}

extension Console {
  /// Makes a link and shows it; one that could not be shown is not made. A dry run says what would be made.
  ///
  /// - Parameter here: whether the form is filled in on a device that others use too.
  func makeFormLink(
    for reference: String, _ expires: Period, here: Bool, at desk: Desk,
    show: (FormLink, _ url: String) throws -> Void
  ) async throws {
    let client = try await desk.find(reference, self, writing: true)
    let expiresAt = try expires.end
    guard !dryRun else {
      try wouldDo("make a link for \(client.label) until \(Moment.local(expiresAt))")
      return tellOfOpen(try await desk.openInvites(of: client.id))
    }
    let site = try PublicSite(settings)
    let making = try await FormLinkMaking(for: client, expiresAt: expiresAt, onSharedDevice: here, at: desk)
    let link = try await desk.transaction {
      let link = try await making.make()
      try show(link, site.form(link.token))
      return link
    }
    note("For \(client.label), until \(Moment.local(link.invite.expiresAt)). It is shown only this once.")
    explainHistory(of: link)
    next("plumbline invite list", "who has opened theirs")
    tellOfOpen(making.open)
  }

  /// Says how the client gets at what they answered before.
  func explainHistory(of link: FormLink) {
    guard let code = link.historyCode else { return }
    note(
      """
      What they answered before opens with their birth date on record, or with the code \(code.text): \
      tell it by another way than the link.
      """)
  }

  /// Says which links a client has beside the new one, since each of them still takes a form.
  func tellOfOpen(_ invites: [Invite]) {
    guard let first = invites.first else { return }
    let ids = invites.map(\.shortID).joined(separator: " ")
    let others = invites.count == 1 ? "another link that still works" : "\(invites.count) other links that still work"
    warn(
      "\(first.clientName) has \(others); plumbline invite revoke \(ids) ends \(invites.count == 1 ? "it" : "them").")
  }
}
