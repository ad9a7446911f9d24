/// Routes requests by exact path templates such as `/i/:token/:page`. A segment `:name` stands for any one segment
/// that is not empty. Of several templates that fit, the one added first answers.
package struct Router: Sendable {
  package typealias Handler = @Sendable (Request, _ parameters: [String: String]) async -> Response

  /// What one template does for one kind of request.
  struct Route: Sendable {
    let template: String
    let segments: [Segment]
    let takesForms: Bool
    let bodyLimit: Int
    let handler: Handler
  }

  enum Segment: Sendable {
    case literal(String)
    case parameter(String)
  }

  struct Match: Sendable {
    let route: Route
    let parameters: [String: String]
  }

  private var routes: [Route] = []

  package init() {}

  /// HEAD is answered by the GET handler without its body.
  package mutating func get(_ template: String, _ handler: @escaping Handler) {
    add(template, takesForms: false, bodyLimit: 0, handler)
  }

  /// Accepts `application/x-www-form-urlencoded` bodies up to `bodyLimit` bytes; refused before the body otherwise.
  package mutating func post(_ template: String, bodyLimit: Int = 262_144, _ handler: @escaping Handler) {
    add(template, takesForms: true, bodyLimit: bodyLimit, handler)
  }

  private mutating func add(_ template: String, takesForms: Bool, bodyLimit: Int, _ handler: @escaping Handler) {
    let segments = template.split(separator: "/").map { segment in
      segment.first == ":" ? Segment.parameter(String(segment.dropFirst())) : .literal(String(segment))
    }
    routes.append(
      Route(template: template, segments: segments, takesForms: takesForms, bodyLimit: bodyLimit, handler: handler))
  }

  /// - Throws: `notFound`, or `methodNotAllowed` when the path is known for other methods.
  func match(_ method: Request.Method, _ path: [String]) throws(Refusal) -> Match {
    var allowed: [String] = []
    for route in routes {
      guard let parameters = route.parameters(of: path) else { continue }
      if route.takesForms == (method == .post) { return Match(route: route, parameters: parameters) }
      allowed = route.takesForms ? ["POST"] : ["GET", "HEAD"]
    }
    throw allowed.isEmpty ? .notFound : .methodNotAllowed(allow: allowed.joined(separator: ", "))
  }

  /// Answers without a server, for tests of handlers.
  package func answer(_ request: Request) async -> Response {
    do throws(Refusal) {
      let match = try match(request.method, request.path)
      return await match.route.handler(request, match.parameters)
    } catch {
      return Response(status: error.status)
    }
  }
}

extension Router.Route {
  /// What the parameters stand for in this path; nil when it does not fit. Compared as bytes, so that no two
  /// spellings in Unicode are one address.
  fileprivate func parameters(of path: [String]) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (segment, given) in zip(segments, path) {
      switch segment {
      case .literal(let text):
        guard text.utf8.elementsEqual(given.utf8) else { return nil }
      case .parameter(let name):
        guard !given.isEmpty else { return nil }
        parameters[name] = given
      }
    }
    return parameters
  }
}
