import HTTPServer

/// A router whose handler of `/healthz` does not respond before it is told to.
struct HeldHandler {
  let router: Router
  private let begun: AsyncStream<Void>
  private let finishing: AsyncStream<Void>.Continuation

  init() {
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let (finished, finishing) = AsyncStream.makeStream(of: Void.self)
    var router = Router()
    router.get("/healthz") { _, _ in
      begin.yield()
      for await _ in finished { break }
      return Response(status: 200)
    }
    (self.router, self.begun, self.finishing) = (router, begun, finishing)
  }

  /// Returns once the handler runs.
  func hasBegun() async { for await _ in begun { break } }

  func finish() { finishing.yield() }
}
