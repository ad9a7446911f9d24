import Foundation

extension EventLoop {
  /// Reacts to what the poller says of a connection.
  func serve(_ connection: Connection, _ events: Poller.Interest) {
    if !events.isDisjoint(with: .broken) && connection.state != .reading { return close(connection) }
    switch connection.state {
    case .reading: receive(connection)
    case .lingering: discard(connection)
    case .writing: advance(connection)
    case .handling, .queued: watch(connection, for: [])
    case .closed: break
    }
  }

  /// Drives a connection as far as it goes without waiting.
  func advance(_ connection: Connection) {
    var moves = true
    while moves {
      switch connection.state {
      case .reading: moves = parse(connection)
      case .writing: moves = flush(connection)
      case .handling, .queued, .lingering, .closed: moves = false
      }
    }
  }

  private func receive(_ connection: Connection) {
    let wasIdle = connection.parser.isIdle
    let outcome = scratch.withUnsafeMutableBytes { Socket.receive(connection.id.descriptor, into: $0) }
    switch outcome {
    case .bytes(let count):
      connection.parser.append(scratch[..<count])
      if wasIdle { connection.deadline = now + limits.headTime }
    case .end: connection.hasEnded = true
    case .wouldBlock: return
    case .failed: return close(connection)
    }
    advance(connection)
    countBody(of: connection)
    guard connection.state == .reading else { return }
    if connection.bodyBytes > 0, bodyBytes > limits.bodiesInMemory {
      refuse(connection, .busy)
      return advance(connection)
    }
    extendBodyDeadline(connection)
  }

  private func countBody(of connection: Connection) {
    let held = connection.state == .reading ? connection.parser.receivedBody ?? 0 : 0
    bodyBytes += held - connection.bodyBytes
    connection.bodyBytes = held
  }

  /// - Returns: whether there is more to do.
  private func parse(_ connection: Connection) -> Bool {
    do throws(Refusal) {
      while let element = try connection.parser.next() {
        switch element {
        case .head(let head): try begin(head, on: connection)
        case .body(let body):
          try dispatch(body, on: connection)
          return true
        }
      }
    } catch {
      refuse(connection, error)
      return true
    }
    if connection.hasEnded {
      close(connection)
    } else {
      watch(connection, for: .reading)
    }
    return false
  }

  /// Sends what can be sent now.
  private func flush(_ connection: Connection) -> Bool {
    while connection.sent < connection.output.count {
      let outcome = connection.output.withUnsafeBytes {
        Socket.send(connection.id.descriptor, UnsafeRawBufferPointer(rebasing: $0[connection.sent...]))
      }
      switch outcome {
      case .bytes(let count):
        connection.sent += count
        connection.deadline = now + limits.writeTime
      case .wouldBlock:
        watch(connection, for: .writing)
        return false
      case .end, .failed:
        close(connection)
        return false
      }
    }
    connection.output.removeAll(keepingCapacity: connection.output.capacity <= limits.keptBuffer)
    connection.sent = 0
    connection.exchange = nil
    if connection.closesAfterAnswer {
      linger(connection)
      return false
    }
    guard connection.parser.isIdle else {
      connection.state = .queued
      connection.deadline = now + limits.headTime
      queue.append(connection)
      return false
    }
    connection.state = .reading
    connection.deadline = now + limits.idleTime
    return true
  }

  /// Goes on with those that have sent several requests at once: one request of each, and not all of them in one turn of
  /// the loop, so that they keep nobody waiting who has sent one.
  func serveQueue() {
    let turn = queue.prefix(Self.queuedPerTurn)
    queue.removeFirst(turn.count)
    for connection in turn where connection.state == .queued {
      connection.state = .reading
      advance(connection)
    }
  }

  /// Ends our side and waits for the client's. Closing with unread input would send a reset, which can destroy the
  /// answer on its way (RFC 9112 §9.6).
  private func linger(_ connection: Connection) {
    guard !connection.hasEnded else { return close(connection) }
    shutdown(connection.id.descriptor, Int32(SHUT_WR))
    connection.state = .lingering
    connection.deadline = now + limits.lingerTime
    watch(connection, for: .reading)
  }

  private func discard(_ connection: Connection) {
    switch scratch.withUnsafeMutableBytes({ Socket.receive(connection.id.descriptor, into: $0) }) {
    case .bytes(let count):
      connection.bytesDiscarded += count
      if connection.bytesDiscarded > limits.lingerBytes { close(connection) }
    case .wouldBlock: break
    case .end, .failed: close(connection)
    }
  }

  /// Most requests change nothing here: the interest in reading is dropped only when a client does send on.
  private func watch(_ connection: Connection, for interest: Poller.Interest) {
    guard connection.interest != interest else { return }
    connection.interest = interest
    poller.set(connection.id.descriptor, interest)
  }

  func close(_ connection: Connection) {
    guard connection.state != .closed else { return }
    connection.state = .closed
    countBody(of: connection)
    connections[connection.id.descriptor] = nil
    if let household = countedHousehold(of: connection.peer) {
      let left = connectionsByAddress[household, default: 1] - 1
      connectionsByAddress[household] = left == 0 ? nil : left
    }
    poller.remove(connection.id.descriptor)
    Foundation.close(connection.id.descriptor)
    metrics.connectionClosed()
    resumeAccepting()
  }
}
