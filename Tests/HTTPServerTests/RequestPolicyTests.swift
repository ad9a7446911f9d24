import Testing

@testable import HTTPServer

/// What is decided from the head of a request, before its body.
struct RequestPolicyTests {
  private let policy = {
    var router = Router()
    router.get("/page") { _, _ in Response(status: 200) }
    router.post("/form", bodyLimit: 100) { _, _ in Response(status: 303) }
    router.upload("/file", bodyLimit: 100) { _, _ in Response(status: 303) }
    return RequestPolicy(
      router: router, hosts: ["intake.example", "intake.example:8443"], scheme: "https",
      trustedProxies: ["127.0.0.1", "fd00::1"])
  }()

  private func rejection(of request: String) throws -> RequestRejection? {
    let head = try #require(parse(request).heads.first)
    do throws(RequestRejection) {
      try policy.admit(head, to: policy.match(head).route)
      return nil
    } catch {
      return error
    }
  }

  private func refusalOfPost(_ fields: String, length: Int? = 5, to path: String = "/form") throws -> RequestRejection?
  {
    let length = length.map { "Content-Length: \($0)\r\n" } ?? ""
    return try rejection(of: "POST \(path) HTTP/1.1\r\nHost: intake.example\r\n\(length)\(fields)\r\n")
  }

  private let urlencoded = "Content-Type: application/x-www-form-urlencoded\r\n"

  @Test(arguments: ["intake.example", "INTAKE.example", "intake.example:443", "intake.example:8443", "intake.example:"])
  func answersForItsHost(_ host: String) throws {
    #expect(try rejection(of: "GET /page HTTP/1.1\r\nHost: \(host)\r\n\r\n") == nil)
  }

  @Test(arguments: ["other.example", "intake.example:80", "intake.example.", "127.0.0.1"])
  func refusesAnotherHost(_ host: String) throws {
    let rejection = try #require(try rejection(of: "GET /page HTTP/1.1\r\nHost: \(host)\r\n\r\n"))
    #expect(rejection.status == 421)
    #expect(rejection.sentence.contains(host) && rejection.sentence.contains("intake.example"))
    #expect(rejection.sentence.contains("proxy_set_header Host $host;"))
  }

  @Test func refusesUnknownPagesAndMethods() throws {
    #expect(try rejection(of: "GET /x HTTP/1.1\r\nHost: intake.example\r\n\r\n") == .notFound)
    #expect(try rejection(of: "GET /form HTTP/1.1\r\nHost: intake.example\r\n\r\n") == .methodNotAllowed(allow: "POST"))
  }

  @Test(arguments: [
    "application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded", "application/x-www-form-urlencoded;",
    "application/x-www-form-urlencoded; charset=UTF-8", "application/x-www-form-urlencoded;charset=\"utf-8\"",
  ])
  func takesForms(_ type: String) throws {
    #expect(try refusalOfPost("Content-Type: \(type)\r\n") == nil)
  }

  @Test(arguments: [
    "", "Content-Type:\r\n", "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data; boundary=b\r\n",
    "Content-Type: application/x-www-form-urlencodedX\r\n",
    "Content-Type: application/x-www-form-urlencoded; charset=utf-16\r\n",
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Type: text/plain\r\n",
  ])
  func refusesOtherTypes(_ fields: String) throws {
    #expect(try refusalOfPost(fields) == .unsupportedContentType(taken: "application/x-www-form-urlencoded"))
  }

  @Test(arguments: [
    "multipart/form-data; boundary=----WebKitFormBoundaryX7", "Multipart/Form-Data;Boundary=b",
    "multipart/form-data; boundary=\"----geckoformboundary'()+_,-./:=?\"",
  ])
  func takesFilesWhereARouteAllowsThem(_ type: String) throws {
    #expect(try refusalOfPost("Content-Type: \(type)\r\n", to: "/file") == nil)
  }

  @Test(arguments: [
    "", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\u{e9}", "multipart/form-data; boundary=a b",
    "multipart/form-data; boundary=\(String(repeating: "b", count: 71))", "multipart/mixed; boundary=b",
    "multipart/form-data; boundary=b; charset=utf-8", "multipart/form-data; charset=utf-8", "image/jpeg",
  ])
  func refusesOtherTypesForFiles(_ type: String) throws {
    #expect(
      try refusalOfPost("Content-Type: \(type)\r\n", to: "/file")
        == .unsupportedContentType(taken: "multipart/form-data"))
  }

  @Test func tellsWhatToDoAboutAFileThatIsTooLarge() throws {
    let refusal = try refusalOfPost("Content-Type: multipart/form-data; boundary=b\r\n", length: 101, to: "/file")
    #expect(refusal == .fileTooLarge(limit: 100))
    #expect(RequestRejection.fileTooLarge(limit: 8_000_000).sentence.contains("8 MB"))
  }

  @Test func refusesCompressionUnknownLengthAndSize() throws {
    #expect(try refusalOfPost(urlencoded + "Content-Encoding: gzip\r\n") == .contentEncoding)
    #expect(try refusalOfPost(urlencoded, length: nil) == .lengthRequired)
    #expect(try refusalOfPost(urlencoded, length: 100) == nil)
    #expect(try refusalOfPost(urlencoded, length: 101) == .contentTooLarge(limit: 100))
    #expect(
      try rejection(of: "GET /page HTTP/1.1\r\nHost: intake.example\r\nContent-Length: 1\r\n\r\n")
        == .contentTooLarge(limit: 0))
  }

  @Test(arguments: [
    "", "Sec-Fetch-Site: same-origin\r\n", "Sec-Fetch-Site: none\r\n", "Origin: https://intake.example\r\n",
    "Origin: https://intake.example:8443\r\n", "Sec-Fetch-Site: same-origin\r\nOrigin: null\r\n",
  ])
  func takesFormsOfItsOwnPages(_ fields: String) throws {
    #expect(try refusalOfPost(urlencoded + fields) == nil)
  }

  @Test(arguments: [
    "Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n", "Sec-Fetch-Site: x\r\n",
    "Sec-Fetch-Site: none\r\nSec-Fetch-Site: none\r\n", "Origin: null\r\n", "Origin: http://intake.example\r\n",
    "Origin: https://evil.example\r\n", "Sec-Fetch-Site: same-origin\r\nOrigin: https://evil.example\r\n",
    "Sec-Fetch-Site: cross-site\r\nOrigin: null\r\n",
  ])
  func refusesFormsOfOtherSites(_ fields: String) throws {
    #expect(try refusalOfPost(urlencoded + fields) == .crossSite)
  }

  @Test(arguments: [
    ("127.0.0.1", "198.51.100.7", "198.51.100.7"), ("127.0.0.1", "1.2.3.4, 198.51.100.7", "198.51.100.7"),
    ("127.0.0.1", "198.51.100.7, fd00::1", "198.51.100.7"), ("127.0.0.1", "2001:db8::9", "2001:db8::9"),
    ("127.0.0.1", "nonsense", "127.0.0.1"), ("127.0.0.1", "198.51.100.7, nonsense", "127.0.0.1"),
    ("203.0.113.5", "198.51.100.7", "203.0.113.5"), ("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"),
  ])
  func believesOnlyItsProxies(_ peer: String, _ forwarded: String, _ client: String) {
    let headers = Headers([("X-Forwarded-For", forwarded)])
    #expect(policy.client(of: headers, peer: IPAddress(peer)) == IPAddress(client))
  }

  @Test func believesAUnixPeerOnlyWhenTold() {
    let headers = Headers([("X-Forwarded-For", "198.51.100.7")])
    #expect(policy.client(of: headers, peer: nil) == nil)
    let told = RequestPolicy(router: Router(), hosts: [], scheme: "https", trustedProxies: ["unix"])
    #expect(told.client(of: headers, peer: nil) == IPAddress("198.51.100.7"))
  }
}
