import HTTPServer
import PostgreSQL
import Sealing
import Testing

@testable import IntakePages

/// Links as they come out of a mail.
extension SavingTests {
  private func status(of address: String) async -> Int {
    await pages.router.respond(to: Request(method: .get, path: ["i", address], headers: Headers([]), body: [])).status
  }

  @Test(arguments: ["", ".", ",", ")", ">", "\">", ").", "…", " "])
  func aLinkOpensWithWhatAMailProgramPutBehindIt(sign: String) async {
    #expect(await status(of: token.text + sign) == 200)
    await pool.close()
  }

  @Test(arguments: ["A", "-", ".A"])
  func aLinkWithAnythingElseLeadsNowhere(more: String) async {
    #expect(await status(of: token.text + more) == 404)
    #expect(await status(of: String(token.text.dropLast())) == 404, "cut short")
    await pool.close()
  }
}
