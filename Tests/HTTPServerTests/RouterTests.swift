import Testing

@testable import HTTPServer

struct RouterTests {
  private let router = {
    var router = Router()
    router.get("/") { _, _ in Response(status: 200, body: Array("home".utf8)) }
    router.get("/i/:token/done") { _, parameters in Response(status: 200, body: Array("done \(parameters)".utf8)) }
    router.get("/i/:token/:page") { _, parameters in
      Response(status: 200, body: Array("\(parameters["token"] ?? "") \(parameters["page"] ?? "")".utf8))
    }
    router.post("/i/:token/send", bodyLimit: 10) { _, _ in Response(status: 303) }
    return router
  }()

  @Test(arguments: [
    (Request.Method.get, [], "/"), (.head, [], "/"), (.get, ["i", "t", "2"], "/i/:token/:page"),
    (.get, ["i", "t", "done"], "/i/:token/done"), (.get, ["i", "t", "send"], "/i/:token/:page"),
    (.post, ["i", "t", "send"], "/i/:token/send"),
  ])
  func finds(_ method: Request.Method, _ path: [String], _ template: String) throws {
    #expect(try router.match(method, path).route.template == template)
  }

  @Test func namesTheParameters() throws {
    #expect(try router.match(.get, ["i", "t é", "2"]).parameters == ["token": "t é", "page": "2"])
  }

  @Test(arguments: [["i"], ["i", "t"], ["i", "", "2"], ["i", "t", ""], ["I", "t", "2"], ["i", "t", "2", ""], [""]])
  func doesNotKnow(_ path: [String]) {
    #expect(throws: RequestRejection.notFound) { try router.match(.get, path) }
  }

  @Test func saysWhichMethodsAPageTakes() {
    #expect(throws: RequestRejection.methodNotAllowed(allow: "GET, HEAD")) { try router.match(.post, []) }
    var formOnly = Router()
    formOnly.post("/send") { _, _ in Response(status: 303) }
    #expect(throws: RequestRejection.methodNotAllowed(allow: "POST")) { try formOnly.match(.get, ["send"]) }
  }

  @Test func answersWithoutAServer() async {
    let answer = await router.respond(to: Request(method: .get, path: ["i", "t", "7"]))
    #expect(String(decoding: answer.body, as: UTF8.self) == "t 7")
    #expect(await router.respond(to: Request(method: .get, path: ["x"])).status == 404)
  }
}
