import Foundation
import Testing

@testable import HTTPServer

struct MultipartTests {
  private let type = "multipart/form-data; boundary=b"

  private func error(_ body: String, type: String? = nil) -> MultipartError? {
    do throws(MultipartError) {
      _ = try MultipartForm(decoding: Array(body.utf8), contentType: type ?? self.type)
      return nil
    } catch {
      return error
    }
  }

  private func part(_ head: String, _ content: String = "x") -> String {
    "--b\r\n\(head)\r\n\r\n\(content)\r\n"
  }

  private let named = "Content-Disposition: form-data; name=\"photo\""

  @Test func readsWhatBrowsersSend() throws {
    let boundary = "----WebKitFormBoundarywGkFyZ1PvDcXPTJ2"
    let bytes: [UInt8] = [0xFF, 0xD8, 0, 13, 10, 45, 45, 13, 10]
    let head = """
      --\(boundary)\r\nContent-Disposition: form-data; name="note"\r\n\r\nGr\u{fc}\u{df}e\r\n--\(boundary)\r
      Content-Disposition: form-data; name="photo"; filename="my%22 b\u{e4}ck.jpg"\r\nContent-Type: Image/JPEG\r\n\r\n
      """
    let form = try MultipartForm(
      decoding: Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8),
      contentType: "multipart/form-data; boundary=\(boundary)")
    #expect(form.parts.map(\.name) == ["note", "photo"])
    #expect(form.parts.map(\.fileName) == [nil, "my%22 b\u{e4}ck.jpg"])
    #expect(form.parts.map(\.contentType) == [nil, "image/jpeg"])
    let (photo, other) = (try form.part("photo"), try form.part("other"))
    #expect(Array(photo?.content ?? []) == bytes && other?.name == nil)
    #expect(String(decoding: form.parts[0].content, as: UTF8.self) == "Gr\u{fc}\u{df}e")
  }

  @Test func takesAnEmptyFileAndAnEmptyValue() throws {
    let body = part(named + "; filename=\"\"", "") + "--b--\r\n"
    let form = try MultipartForm(decoding: Array(body.utf8), contentType: type)
    #expect(form.parts.map(\.fileName) == [""] && form.parts[0].content.isEmpty)
  }

  @Test func refusesWhatIsAroundTheParts() {
    #expect(error(part(named) + "--b--\r\n") == nil)
    #expect(error("\r\n" + part(named) + "--b--\r\n") == .notAtStart)
    #expect(error("preamble\r\n" + part(named) + "--b--\r\n") == .notAtStart)
    #expect(error(part(named) + "--b--\r\nepilogue") == .afterEnd)
    #expect(error(part(named) + "--b--\r\n" + part(named) + "--b--\r\n") == .afterEnd)
    #expect(error(part(named) + "--b--") == .malformedBoundary)
    #expect(error(part(named) + "--b") == .malformedBoundary)
    #expect(error(part(named) + "--bb--\r\n") == .malformedBoundary)
    #expect(error("--b\r\n\(named)\r\n\r\n--b\r\nx\r\n--b--\r\n") == .malformedBoundary)
    #expect(error(part(named, "") + "--b--\r\n") == nil)
    #expect(error("--b--\r\n") == .noParts)
    #expect(error("--b\r\n\(named)\r\n\r\nx") == .unfinished)
    #expect(error("--b \r\n\(named)\r\n\r\nx\r\n--b--\r\n") == .malformedBoundary)
    #expect(error(part(named) + "--b--\r\n", type: "multipart/form-data") == .noBoundary)
  }

  @Test func refusesHeadsThatNoBrowserWrites() {
    let faults = [
      "Content-Disposition: form-data", "Content-Disposition: form-data; name=photo", "Content-Type: text/plain",
      "Content-Disposition: attachment; name=\"photo\"", named + "; name=\"photo\"", named + "; filename*=UTF-8''x",
      named + "; size=\"3\"", "Content-Disposition: form-data; name=\"\"", named + " x", "no colon",
      "Content-Disposition: form-data; name=\"a\tb\"", "Content-Disposition: form-data; name=\"a",
      named + "\r\n" + named,
    ]
    for head in faults { #expect(error(part(head) + "--b--\r\n") == .malformedHead, "\(head)") }
    #expect(error(part(named + "\r\nContent-Transfer-Encoding: base64") + "--b--\r\n") == .unknownField)
    #expect(error(part(named + "\r\nX: y") + "--b--\r\n") == .unknownField)
    #expect(error("--b\n\(named)\n\nx\n--b--\n") == .malformedBoundary)
    let long = String(repeating: "y", count: 1_000)
    #expect(error(part("X: \(long)\r\n\(named)") + "--b--\r\n") == .headTooLarge)
    let many = String(repeating: part(named), count: 9)
    #expect(error(many + "--b--\r\n") == .tooManyParts)
  }

  @Test func refusesAFieldThatIsSentTwice() throws {
    let body = part(named) + part(named) + "--b--\r\n"
    let form = try MultipartForm(decoding: Array(body.utf8), contentType: type)
    #expect(throws: MultipartError.duplicate) { try form.part("photo") }
  }

  @Test func findsTheEndAmongAlmostBoundariesInOneGo() throws {
    let content = String(repeating: "\r\n--a\r\n-\r\r", count: 100_000)
    let body = Array((part(named, content) + "--b--\r\n").utf8)
    let form = try MultipartForm(decoding: body, contentType: type)
    #expect(form.parts[0].content.count == content.utf8.count)
  }
}
