import Foundation
import Logging

extension HTTPEventLoop {
  /// Decides from the head whether to read the body of a request.
  func begin(_ head: RequestHead, on connection: HTTPConnection) throws(RequestRejection) {
    var exchange = Exchange(id: requestIDs.next(), method: head.method, start: now)
    exchange.head = head
    exchange.client = policy.client(of: head.headers, peer: connection.peer)
    connection.exchange = exchange
    connection.requestsServed += 1
    connection.closesAfterResponse =
      head.closes || stopDeadline != nil || connection.requestsServed >= limits.requestsPerConnection

    let match = try policy.match(head)
    connection.isUpload = match.route.body == .upload
    try policy.admit(head, to: match.route)
    connection.exchange?.match = match
    if let client = exchange.client?.networkPrefix {
      if head.method == .post, let wait = posts.take(client, at: now) { throw .tooManyRequests(seconds: wait) }
    }
    guard let length = head.contentLength, length > 0 else { return }
    connection.bodyStart = now
    connection.deadline = now + min(limits.bodyGrace, connection.isUpload ? limits.uploadTime : limits.bodyTime)
    if head.expectsContinue, connection.parser.receivedBody == 0 {
      // This fits into the empty socket buffer. If not, the client sends the body after a while anyway (RFC 9110 §10.1.1).
      _ = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8).withUnsafeBytes { Socket.send(connection.id.descriptor, $0) }
    }
  }

  /// Extends the deadline of a body that keeps arriving, up to the deadline for the whole body.
  func extendBodyDeadline(_ connection: HTTPConnection) {
    guard let start = connection.bodyStart, let received = connection.parser.receivedBody else { return }
    let (rate, time) =
      connection.isUpload ? (limits.uploadRate, limits.uploadTime) : (limits.bodyRate, limits.bodyTime)
    connection.deadline = start + min(time, limits.bodyGrace + .seconds(received / rate))
  }

  /// Passes a complete request to its handler. The handler starts at once and, after each wait, resumes on this thread in a
  /// later iteration of the event loop, so that it adds no context switch of its own.
  func dispatch(_ body: [UInt8], on connection: HTTPConnection) throws(RequestRejection) {
    guard let exchange = connection.exchange, let head = exchange.head, let match = exchange.match else { return }
    // Handlers whose response waits in the inbox are finished.
    guard handlersInFlight - inbox.responseCount < limits.handlersInFlight else { throw .busy }
    handlersInFlight += 1
    connection.bodyStart = nil
    connection.state = .handling
    connection.deadline = now + limits.handlerTime
    let request = Request(
      method: head.method, path: head.path, query: head.query, headers: head.headers, body: body, id: exchange.id,
      clientAddress: exchange.client?.description)
    connection.exchange?.task = Task.immediate(executorPreference: inbox) { [inbox, id = connection.id] in
      let response = await match.route.handler(request, match.parameters)
      inbox.deliver(Inbox.HandlerResponse(connection: id, response: response))
    }
  }

  /// Sends a handler's response, if the connection still waits for it. A handler is not cancelled when its client
  /// disconnects: what the client sent is stored, and the client finds it after a retry.
  func finish(_ result: Inbox.HandlerResponse) {
    handlersInFlight -= 1
    let connection = connections[result.connection.descriptor]
    guard let connection, connection.id == result.connection, connection.state == .handling else { return }
    respond(connection, rationed(result.response, on: connection))
    advance(connection)
  }

  /// Replaces the answer to one guess too many. What is valid is never rationed, whoever else guesses in the same network.
  private func rationed(_ response: Response, on connection: HTTPConnection) -> Response {
    guard response.countsAsGuess, let client = connection.exchange?.client?.networkPrefix,
      let wait = guesses.take(client, at: now)
    else { return response }
    return page(for: .tooManyRequests(seconds: wait))
  }

  /// Responds with an error page and closes the connection, whose input may contain an unread body or no request at all.
  func reject(_ connection: HTTPConnection, _ rejection: RequestRejection) {
    if connection.exchange == nil {
      let method: Request.Method? = connection.parser.isHead ? .head : nil
      connection.exchange = Exchange(id: requestIDs.next(), method: method, start: now)
    }
    connection.closesAfterResponse = true
    respond(connection, page(for: rejection), clause: rejection.clause)
  }

  private func page(for rejection: RequestRejection) -> Response {
    var page = configuration.errorPage(rejection.status, rejection.sentence)
    page.headers += rejection.headers
    return page
  }

  private func respond(_ connection: HTTPConnection, _ response: Response, clause: String? = nil) {
    guard let exchange = connection.exchange else { return }
    var response = response
    var clause = clause
    if stopDeadline != nil { connection.closesAfterResponse = true }
    if !response.isSerializable {
      response = page(for: .invalidResponse)
      clause = RequestRejection.invalidResponse.clause
    }
    serializer.append(
      response, to: &connection.output, at: date, requestID: exchange.id, withoutBody: exchange.method == .head,
      closes: connection.closesAfterResponse)
    connection.state = .writing
    connection.deadline = now + limits.writeTime
    record(exchange, response, clause: clause)
  }

  private func record(_ exchange: Exchange, _ response: Response, clause: String?) {
    let duration = now - exchange.start
    metrics.answered(route: exchange.match?.route.template, status: response.status, in: duration)
    var metadata: Logger.Metadata = [
      "id": "\(exchange.id)", "method": "\(exchange.method?.rawValue ?? "-")",
      "route": "\(exchange.match?.route.template ?? "-")", "status": .stringConvertible(response.status),
      "ms": .stringConvertible((duration / .microseconds(1)).rounded() / 1_000),
      "bytes": .stringConvertible(response.body.count),
    ]
    metadata["network"] = exchange.client.map { "\($0.truncated)" }
    metadata["refused"] = clause.map { "\($0)" }
    configuration.logger.info("request", metadata: metadata)
  }

  /// Ends what has exceeded its deadline, and does periodic work.
  func sweep() {
    for connection in connections.values.filter({ now >= $0.deadline }) {
      switch connection.state {
      case .reading where connection.parser.receivedBody != nil: reject(connection, .bodyTimedOut)
      case .reading where !connection.parser.isIdle: reject(connection, .headTimedOut)
      case .handling:
        connection.exchange?.task?.cancel()
        reject(connection, .handlerTimedOut)
      case .queued: break
      case .reading, .writing, .lingering, .closed: close(connection)
      }
      advance(connection)
    }
    if now - lastForgetting >= Self.forgettingInterval {
      lastForgetting = now
      posts.forgetFull(at: now)
      guesses.forgetFull(at: now)
    }
    evictionCandidates = [:]
    metrics.set(handlersInFlight: handlersInFlight)
    serviceManager?.keepAlive(at: now)
    resumeAccepting()
  }
}
