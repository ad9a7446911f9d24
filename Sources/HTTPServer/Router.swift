/// Routes requests by path templates such as `/i/:token/:page`, where `:name` matches any one segment that is not empty. If
/// several templates match, the one added first is used. A slash at the end is a part of the path as of the template.
package struct Router: Sendable {
  package typealias Handler = @Sendable (Request, _ parameters: [String: String]) async -> Response

  /// A template with its handler for one kind of request.
  struct Route: Sendable {
    let template: String
    let segments: [Segment]
    /// What a POST to it carries; nil for a page that is only looked at.
    let body: BodyKind?
    let bodyLimit: Int
    let handler: Handler
  }

  /// The encoding of a form that a route takes. No route takes both.
  enum BodyKind: Sendable {
    /// `application/x-www-form-urlencoded`
    case form
    /// `multipart/form-data`, with a file. It has more time than a form, and memory of its own.
    case upload
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

  /// Adds a handler for GET, and for HEAD, whose response is sent without its body.
  package mutating func get(_ template: String, _ handler: @escaping Handler) {
    add(template, body: nil, bodyLimit: 0, handler)
  }

  /// Adds a handler for POST of a form (`application/x-www-form-urlencoded`) of at most `bodyLimit` bytes. Anything else
  /// is rejected before the body is read.
  package mutating func post(_ template: String, bodyLimit: Int = 262_144, _ handler: @escaping Handler) {
    add(template, body: .form, bodyLimit: bodyLimit, handler)
  }

  /// Adds a handler for POST of a form with a file (`multipart/form-data`) of at most `bodyLimit` bytes. Anything else is
  /// rejected before the body is read.
  package mutating func upload(_ template: String, bodyLimit: Int, _ handler: @escaping Handler) {
    add(template, body: .upload, bodyLimit: bodyLimit, handler)
  }

  private mutating func add(_ template: String, body: BodyKind?, bodyLimit: Int, _ handler: @escaping Handler) {
    let parts = template == "/" ? [] : template.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let segments = parts.map { segment in
      segment.first == ":" ? Segment.parameter(String(segment.dropFirst())) : .literal(String(segment))
    }
    routes.append(
      Route(template: template, segments: segments, body: body, bodyLimit: bodyLimit, handler: handler))
  }

  /// - Throws: `notFound`, or `methodNotAllowed` when the path exists for other methods.
  func match(_ method: Request.Method, _ path: [String]) throws(RequestRejection) -> Match {
    var allowed: [String] = []
    for route in routes {
      guard let parameters = route.parameters(of: path) else { continue }
      if (route.body != nil) == (method == .post) { return Match(route: route, parameters: parameters) }
      allowed = route.body != nil ? ["POST"] : ["GET", "HEAD"]
    }
    throw allowed.isEmpty ? .notFound : .methodNotAllowed(allow: allowed.joined(separator: ", "))
  }

  /// Responds without a server, for tests of handlers.
  package func respond(to request: Request) async -> Response {
    do throws(RequestRejection) {
      let match = try match(request.method, request.path)
      return await match.route.handler(request, match.parameters)
    } catch {
      return Response(status: error.status)
    }
  }
}

extension Router.Route {
  /// The values of the template's parameters in this path; nil when the path does not match. Segments are compared as
  /// bytes, so that different Unicode spellings are different addresses.
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
