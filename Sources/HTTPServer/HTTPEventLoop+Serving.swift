import Foundation

extension HTTPEventLoop {
  /// Handles the events that the poller reported for a connection.
  func serve(_ connection: HTTPConnection, _ events: Poller.Interest) {
    if !events.isDisjoint(with: .broken) && connection.state != .reading { return close(connection) }
    switch connection.state {
    case .reading: receive(connection)
    case .lingering: discard(connection)
    case .writing: advance(connection)
    case .handling, .queued: watch(connection, for: [])
    case .closed: break
    }
  }

  /// Advances a connection as far as possible without waiting.
  func advance(_ connection: HTTPConnection) {
    var moves = true
    while moves {
      switch connection.state {
      case .reading: moves = parse(connection)
      case .writing: moves = flush(connection)
      case .handling, .queued, .lingering, .closed: moves = false
      }
    }
  }

  private func receive(_ connection: HTTPConnection) {
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
    let (held, most) =
      connection.isUpload ? (uploadBytes, limits.uploadsInMemory) : (bodyBytes, limits.bodiesInMemory)
    if connection.bodyBytes > 0, held > most {
      reject(connection, .busy)
      return advance(connection)
    }
    extendBodyDeadline(connection)
  }

  /// Keeps the totals of unfinished bodies up to date.
  private func countBody(of connection: HTTPConnection) {
    let held = connection.state == .reading ? connection.parser.receivedBody ?? 0 : 0
    if connection.isUpload {
      uploadBytes += held - connection.bodyBytes
    } else {
      bodyBytes += held - connection.bodyBytes
    }
    connection.bodyBytes = held
  }

  /// Parses the received bytes.
  /// - Returns: whether the connection can be advanced further.
  private func parse(_ connection: HTTPConnection) -> Bool {
    do throws(RequestRejection) {
      while let element = try connection.parser.next() {
        switch element {
        case .head(let head): try begin(head, on: connection)
        case .body(let body):
          try dispatch(body, on: connection)
          return true
        }
      }
    } catch {
      reject(connection, error)
      return true
    }
    if connection.hasEnded {
      close(connection)
    } else {
      watch(connection, for: .reading)
    }
    return false
  }

  /// Sends as much output as the socket accepts.
  /// - Returns: whether the connection can be advanced further.
  private func flush(_ connection: HTTPConnection) -> Bool {
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
    if connection.closesAfterResponse {
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

  /// Serves the next request of connections that have pipelined several: one request each, and a limited number in each
  /// iteration of the event loop, so that they do not delay connections with a single request.
  func serveQueue() {
    let batch = queue.prefix(Self.queuedPerIteration)
    queue.removeFirst(batch.count)
    for connection in batch where connection.state == .queued {
      connection.state = .reading
      advance(connection)
    }
  }

  /// Closes our side and waits for the client to close its own. Closing a socket with unread input would send a reset,
  /// which can destroy the response in transit (RFC 9112 §9.6).
  private func linger(_ connection: HTTPConnection) {
    guard !connection.hasEnded else { return close(connection) }
    shutdown(connection.id.descriptor, Int32(SHUT_WR))
    connection.state = .lingering
    connection.deadline = now + (connection.isUpload ? limits.uploadLingerTime : limits.lingerTime)
    watch(connection, for: .reading)
  }

  private func discard(_ connection: HTTPConnection) {
    switch scratch.withUnsafeMutableBytes({ Socket.receive(connection.id.descriptor, into: $0) }) {
    case .bytes(let count):
      connection.bytesDiscarded += count
      let most = connection.isUpload ? limits.uploadLingerBytes : limits.lingerBytes
      if connection.bytesDiscarded > most { close(connection) }
    case .wouldBlock: break
    case .end, .failed: close(connection)
    }
  }

  /// Changes the events to report. Most requests change nothing: reading stays enabled while a request is handled, and is
  /// disabled only when the client actually sends more.
  private func watch(_ connection: HTTPConnection, for interest: Poller.Interest) {
    guard connection.interest != interest else { return }
    connection.interest = interest
    poller.set(connection.id.descriptor, interest)
  }

  func close(_ connection: HTTPConnection) {
    guard connection.state != .closed else { return }
    connection.state = .closed
    countBody(of: connection)
    connections[connection.id.descriptor] = nil
    if let networkPrefix = countedPrefix(of: connection.peer) {
      let left = connectionsByPrefix[networkPrefix, default: 1] - 1
      connectionsByPrefix[networkPrefix] = left == 0 ? nil : left
    }
    poller.remove(connection.id.descriptor)
    Foundation.close(connection.id.descriptor)
    metrics.connectionClosed()
    resumeAccepting()
  }
}
