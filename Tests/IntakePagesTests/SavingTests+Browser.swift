import Foundation
import HTTPServer
import Records
import Sealing
import Testing

@testable import IntakePages

/// The pages as a browser sees them.
extension SavingTests {
  // MARK: as a browser

  func begin() async throws -> DraftKey {
    let answer = await post(["submission": UUID().uuidString.lowercased()], to: nil, nil)
    let cookie = try #require(answer.headers.first { $0.name == "Set-Cookie" }?.value)
    let text = try #require(cookie.split(separator: ";").first?.split(separator: "=").last)
    return try #require(DraftKey(String(text)))
  }

  func post(
    _ fields: [String: String], to page: String?, _ key: DraftKey?, link: LinkToken? = nil
  ) async -> Response {
    let body = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }
    return await pages.router.respond(
      to:
        Request(
          method: .post, path: ["i", (link ?? token).text] + (page.map { [$0] } ?? []),
          headers: headers(key, link ?? token),
          body: Array(body.joined(separator: "&").utf8)
        ))
  }

  func post(_ form: FieldValues, _ key: DraftKey?) async -> Response {
    await pages.router.respond(
      to: Request(
        method: .post, path: ["i", token.text],
        headers: headers(key, token), body: Array(form.urlEncoded.utf8)))
  }

  func get(_ page: String, _ key: DraftKey) async -> Response {
    await pages.router.respond(
      to: Request(
        method: .get, path: ["i", token.text, page], headers: headers(key, token), body: []))
  }

  private func headers(_ key: DraftKey?, _ link: LinkToken) -> Headers {
    Headers(key.map { [("Cookie", "\(pages.cookie.name(for: link))=\($0.text)")] } ?? [])
  }

  func draft(under key: DraftKey) async throws -> Draft {
    let stored = try await Door(pool).loadDraft(tokenHash: token.hash, draftKeyHash: key.hash)
    return try Draft(opening: try #require(stored).sealed, under: key, for: token)
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
}
