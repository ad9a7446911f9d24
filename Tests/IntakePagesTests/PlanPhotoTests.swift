import Clinical
import Foundation
import HTTPServer
import Records
import Sealing
import Testing

@testable import IntakePages

/// The photograph of a practice's own item on the page of a plan.
struct PlanPhotoTests {
  private let token = LinkToken()
  private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

  private func copy(photo: ClientPlanCopy.Photo?) throws -> ClientPlanCopy {
    ClientPlanCopy(
      title: "Your plan", practice: "Stillwater", issuedOn: try #require(CalendarDate(iso: "2026-11-16")),
      blocks: [
        .heading(level: 2, "What to do now"),
        .thing(
          .init(
            number: 3, title: "Towel pull", dose: "5 times", remarks: [], picture: nil, photo: photo, steps: ["Pull."],
            afterwards: [], isLater: false)),
      ], text: "", pdf: "", checkIn: .init(items: [], activities: [:]))
  }

  private func page(_ copy: ClientPlanCopy) -> Response {
    PlanPage(token: token, letterhead: Letterhead(), copy: copy, pausedItems: []).page.response
  }

  @Test func isAnImageFromTheAddressOfThePlanWithTheWordsThatStandForIt() throws {
    let copy = try copy(photo: .init(jpeg: Data(jpeg).base64EncodedString(), alternative: "A \"towel\""))
    let page = page(copy)
    let markup = String(decoding: page.body, as: UTF8.self)
    #expect(markup.contains("<img class=\"pose\" src=\"/p/\(token.text)/3.jpg\" alt=\"A &quot;towel&quot;\""))
    #expect(!markup.contains(Data(jpeg).base64EncodedString()))
    let policy = page.headers.first { $0.name == "Content-Security-Policy" }?.value
    #expect(policy?.contains("img-src 'self';") == true && policy?.contains("default-src 'none';") == true)
    let file = PlanPage.file("3.jpg", of: copy)
    #expect(file.status == 200 && file.body == jpeg)
    #expect(file.headers.contains { $0 == ("Content-Type", "image/jpeg") })
    for name in ["1.jpg", "3.png", "3", "jpg", "../3.jpg"] { #expect(PlanPage.file(name, of: copy).status == 404) }
  }

  @Test func aPageWithoutPhotographsAllowsNoImages() throws {
    let page = page(try copy(photo: nil))
    #expect(page.headers.allSatisfy { $0.name != "Content-Security-Policy" })
    #expect(!String(decoding: page.body, as: UTF8.self).contains("<img"))
  }

  @Test func aCopyOfBeforeThereWerePhotographsIsRead() throws {
    var text = String(decoding: try JSONEncoder().encode(try copy(photo: nil)), as: UTF8.self)
    text = text.replacing("\"photo\":null,", with: "")
    #expect(!text.contains("photo"))
    #expect(throws: Never.self) { try JSONDecoder().decode(ClientPlanCopy.self, from: Data(text.utf8)) }
  }
}
