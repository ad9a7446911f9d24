import Foundation
import FoundationNetworking
import TestSupport
import Testing

extension MainJobTests {
  /// Two browsers, each with its own cookie and different answers, send through one link.
  @Test func aLaterFormOfTheSameLinkIsKeptForReview() async throws {
    let client = try await mira("client", "add", "Two Browsers").string("id")
    let url = try await mira("invite", "link", client).string("url")
    let other = URLSession(configuration: .ephemeral)
    let begun = try await post(["submission=\(UUID().uuidString.lowercased())"], to: url, in: other)
    #expect(begun.status == 200)
    try await fillForm(url)
    let first = try await newestIntake(of: client)
    let key = "submission=\(UUID().uuidString.lowercased())"
    let receipt = try await post([key] + answerLines(changing: ["safety.saddle_numb": "yes"]), to: url, in: other)
    #expect(receipt.body.contains("Another form had come through this link before"))

    let waiting = try await mira("intake", "list", "--to-review").list.filter { $0["client"] as? String == client }
    #expect(waiting.compactMap { $0["ordinal"] as? Int }.sorted() == [1, 2])
    let later = try #require(waiting.first { $0["ordinal"] as? Int == 2 }?["id"] as? String)
    let flags = try #require(try await mira("intake", "show", later).object["redflags"] as? [[String: Any]])
    #expect(flags.contains { $0["urgency"] as? String == "emergency" }, "the red flags of a later form are raised")
    let unchanged = try await mira("intake", "show", first)
    let answers = try #require(unchanged.object["answers"] as? [String: Any])
    #expect(answers["safety.saddle_numb"] as? Bool != true && answers["safety.saddle_numb"] as? String != "yes")
    for command in ["show", "review"] {
      let shown = try await scratch.plumbline("intake", command, later, as: .mira)
      #expect(shown.text.contains("Form no. 2 of the same link"), "intake \(command)")
    }
    #expect(try #require(try await mira("today").object["later_forms"] as? Int) >= 1)
  }

  /// Posts a form as a browser does, and returns the page that it leads to.
  private func post(_ lines: [String], to url: String, in browser: URLSession) async throws -> (
    status: Int?, body: String
  ) {
    var request = URLRequest(url: try #require(URL(string: url)))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let fields = lines.filter { $0.contains("=") }.map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(parts[0])=\(parts[1].addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }
    request.httpBody = Data(fields.joined(separator: "&").utf8)
    let (data, response) = try await browser.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode, String(decoding: data, as: UTF8.self))
  }
}
