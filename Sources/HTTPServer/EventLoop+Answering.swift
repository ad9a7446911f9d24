import Foundation

extension EventLoop {
  /// Decides from the head whether the request will be taken, before any of its body is.
  func begin(_ head: RequestHead, on connection: Connection) throws(Refusal) {
    var exchange = Exchange(id: requestIDs.next(), method: head.method, start: now)
    exchange.head = head
    exchange.client = admission.client(of: head.headers, peer: connection.peer)
    connection.exchange = exchange
    connection.requestsServed += 1
    connection.closesAfterAnswer =
      head.closes || stopDeadline != nil || connection.requestsServed >= limits.requestsPerConnection

    let match = try admission.admit(head)
    connection.exchange?.match = match
    if let client = exchange.client?.household {
      if head.method == .post, let wait = posts.take(client, at: now) { throw .tooManyRequests(seconds: wait) }
      if !match.parameters.isEmpty, let wait = guesses.wait(client, at: now) { throw .tooManyRequests(seconds: wait) }
    }
    guard let length = head.contentLength, length > 0 else { return }
    connection.bodyStart = now
    connection.deadline = now + min(limits.bodyGrace, limits.bodyTime)
    if head.expectsContinue, connection.parser.receivedBody == 0 {
      // Fits into the empty buffer of the socket; if not, the client sends after a while anyway (RFC 9110 §10.1.1).
      _ = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8).withUnsafeBytes { Socket.send(connection.id.descriptor, $0) }
    }
  }

  /// A body must keep coming, and must be whole in time.
  func extendBodyDeadline(_ connection: Connection) {
    guard let start = connection.bodyStart, let received = connection.parser.receivedBody else { return }
    let earned = limits.bodyGrace + .seconds(received / limits.bodyRate)
    connection.deadline = start + min(limits.bodyTime, earned)
  }

  /// Hands a whole request to its handler. It begins at once, and goes on in a later turn of the loop when what it waits
  /// for has come: no change of threads but the ones of that.
  func dispatch(_ body: [UInt8], on connection: Connection) throws(Refusal) {
    guard let exchange = connection.exchange, let head = exchange.head, let match = exchange.match else { return }
    // Those that have answered already hold no place.
    guard handlersInFlight - inbox.answerCount < limits.handlersInFlight else { throw .busy }
    handlersInFlight += 1
    connection.bodyStart = nil
    connection.state = .handling
    connection.deadline = now + limits.handlerTime
    let request = Request(
      method: head.method, path: head.path, query: head.query, headers: head.headers, body: body, id: exchange.id,
      clientAddress: exchange.client?.description)
    connection.exchange?.task = Task.immediate(executorPreference: inbox) { [inbox, id = connection.id] in
      let response = await match.route.handler(request, match.parameters)
      inbox.deliver(Inbox.Answer(connection: id, response: response))
    }
  }

  /// Sends a handler's answer, if its connection still waits for it. A handler is not cancelled when its client goes
  /// away: what was sent is stored, and found again when the client retries.
  func finish(_ answer: Inbox.Answer) {
    handlersInFlight -= 1
    let connection = connections[answer.connection.descriptor]
    guard let connection, connection.id == answer.connection, connection.state == .handling else { return }
    if answer.response.countsAsGuess, let client = connection.exchange?.client?.household {
      _ = guesses.take(client, at: now)
    }
    respond(connection, answer.response)
    advance(connection)
  }

  /// Answers without a handler and closes: the input may hold an unread body, or no request at all.
  func refuse(_ connection: Connection, _ refusal: Refusal) {
    if connection.exchange == nil {
      let method: Request.Method? = connection.parser.isHead ? .head : nil
      connection.exchange = Exchange(id: requestIDs.next(), method: method, start: now)
    }
    connection.closesAfterAnswer = true
    respond(connection, page(for: refusal), clause: refusal.clause)
  }

  private func page(for refusal: Refusal) -> Response {
    var page = configuration.errorPage(refusal.status, refusal.sentence)
    page.headers += refusal.headers
    return page
  }

  private func respond(_ connection: Connection, _ response: Response, clause: String? = nil) {
    guard let exchange = connection.exchange else { return }
    var response = response
    var clause = clause
    if stopDeadline != nil { connection.closesAfterAnswer = true }
    if !response.isSerializable {
      response = page(for: .invalidResponse)
      clause = Refusal.invalidResponse.clause
    }
    serializer.append(
      response, to: &connection.output, at: date, requestID: exchange.id, withoutBody: exchange.method == .head,
      closes: connection.closesAfterAnswer)
    connection.state = .writing
    connection.deadline = now + limits.writeTime
    record(exchange, response, clause: clause)
  }

  private func record(_ exchange: Exchange, _ response: Response, clause: String?) {
    let duration = now - exchange.start
    metrics.answered(route: exchange.match?.route.template, status: response.status, in: duration)
    var line = LogLine("request", at: date)
    line.add("id", exchange.id)
    line.add("method", exchange.method?.rawValue ?? "-")
    line.add("route", exchange.match?.route.template ?? "-")
    line.add("status", response.status)
    line.add("ms", milliseconds: duration)
    line.add("bytes", response.body.count)
    if let client = exchange.client { line.add("network", client.truncated.description) }
    if let clause { line.add("refused", clause) }
    configuration.log(line.text)
  }

  /// Ends what has lasted too long.
  func sweep() {
    for connection in connections.values.filter({ now >= $0.deadline }) {
      switch connection.state {
      case .reading where connection.parser.receivedBody != nil: refuse(connection, .bodyTimedOut)
      case .reading where !connection.parser.isIdle: refuse(connection, .headTimedOut)
      case .handling:
        connection.exchange?.task?.cancel()
        refuse(connection, .handlerTimedOut)
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
    dispensable = [:]
    metrics.set(handlersInFlight: handlersInFlight)
    serviceManager?.keepAlive(at: now)
    resumeAccepting()
  }
}
