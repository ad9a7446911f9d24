import Foundation

extension HTTPEventLoop {
  /// Accepts waiting connections. In a flood, at most one backlog of them, so that existing connections get their turn.
  func acceptAll(from listener: Int32) {
    for _ in 0..<Listener.backlog where isAccepting {
      let (descriptor, peer) = SocketName.accept(listener)
      guard descriptor >= 0 else {
        switch errno {
        case EINTR, ECONNABORTED: continue
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: pauseAccepting()
        default: break
        }
        return
      }
      Socket.makeNonBlocking(descriptor)
      if peer.ipAddress != nil { Socket.disableDelay(descriptor) }
      addConnection(descriptor, from: peer.ipAddress)
    }
  }

  /// Adds a connection. At a limit it evicts another one first; if none can be evicted, it rejects the new one.
  private func addConnection(_ descriptor: Int32, from peer: IPAddress?) {
    let networkPrefix = countedPrefix(of: peer)
    if let networkPrefix, connectionsByPrefix[networkPrefix, default: 0] >= limits.connectionsPerAddress {
      guard evictOne(in: networkPrefix) else { return reject(descriptor) }
    }
    if connections.count >= limits.connections {
      guard evictOne(in: nil) else { return reject(descriptor) }
    }
    lastSerial += 1
    let connection = HTTPConnection(
      id: HTTPConnection.ID(descriptor: descriptor, serial: lastSerial), peer: peer, limits: limits,
      deadline: now + limits.idleTime)
    connections[descriptor] = connection
    if let networkPrefix { connectionsByPrefix[networkPrefix, default: 0] += 1 }
    poller.add(descriptor, .reading)
    metrics.connectionOpened()
  }

  /// The network prefix whose connections are limited; nil for a trusted proxy, which forwards for many clients.
  func countedPrefix(of peer: IPAddress?) -> IPAddress? {
    guard let peer, !policy.trusts(peer) else { return nil }
    return peer.networkPrefix
  }

  private func reject(_ descriptor: Int32) {
    Foundation.close(descriptor)
    metrics.connectionRejected()
  }

  /// Evicts the connection with the lowest priority, and says whether there was one. Scans all connections only when the
  /// candidates found last time are used up, because in a flood there are many new connections.
  ///
  /// - Parameter networkPrefix: nil for all connections.
  private func evictOne(in networkPrefix: IPAddress?) -> Bool {
    if evictCandidate(in: networkPrefix) { return true }
    let candidates = connections.values.filter { networkPrefix == nil || $0.peer?.networkPrefix == networkPrefix }
    evictionCandidates[networkPrefix] =
      candidates.compactMap { connection in connection.evictionPriority.map { (connection, $0) } }.sorted {
        $0.1 > $1.1
      }
    return evictCandidate(in: networkPrefix)
  }

  private func evictCandidate(in networkPrefix: IPAddress?) -> Bool {
    while let (connection, priority) = evictionCandidates[networkPrefix]?.popLast() {
      guard connection.evictionPriority == priority else { continue }
      close(connection)
      metrics.connectionRejected()
      return true
    }
    return false
  }

  /// Stops polling the listeners when descriptors have run out, because polling on would spin. Accepting resumes when a
  /// connection closes, or with the next sweep.
  private func pauseAccepting() {
    isAccepting = false
    for listener in listeners { poller.set(listener.descriptor, []) }
  }

  func resumeAccepting() {
    guard !isAccepting, stopDeadline == nil else { return }
    isAccepting = true
    for listener in listeners { poller.set(listener.descriptor, .reading) }
  }
}
