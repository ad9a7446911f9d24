import Foundation

extension EventLoop {
  /// Takes in who is waiting. In a flood, no more than a backlog of them before the others get their turn.
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
      admit(descriptor, from: peer.ipAddress)
    }
  }

  /// Makes room where a cap is reached; with nobody to make it, turns the newcomer away.
  private func admit(_ descriptor: Int32, from peer: IPAddress?) {
    let household = countedHousehold(of: peer)
    if let household, connectionsByAddress[household, default: 0] >= limits.connectionsPerAddress {
      guard closeMostDispensable(of: household) else { return turnAway(descriptor) }
    }
    if connections.count >= limits.connections {
      guard closeMostDispensable(of: nil) else { return turnAway(descriptor) }
    }
    lastSerial += 1
    let connection = Connection(
      id: Connection.ID(descriptor: descriptor, serial: lastSerial), peer: peer, limits: limits,
      deadline: now + limits.idleTime)
    connections[descriptor] = connection
    if let household { connectionsByAddress[household, default: 0] += 1 }
    poller.add(descriptor, .reading)
    metrics.connectionOpened()
  }

  /// Nil for those whose connections are not counted: a configured proxy speaks for many.
  func countedHousehold(of peer: IPAddress?) -> IPAddress? {
    guard let peer, !admission.trusts(peer) else { return nil }
    return peer.household
  }

  private func turnAway(_ descriptor: Int32) {
    Foundation.close(descriptor)
    metrics.connectionTurnedAway()
  }

  /// Looks through all connections only when those found last time have been used up: in a flood, newcomers are many.
  ///
  /// - Parameter household: nil for everybody.
  private func closeMostDispensable(of household: IPAddress?) -> Bool {
    if closeMostDispensable(foundFor: household) { return true }
    let candidates = connections.values.filter { household == nil || $0.peer?.household == household }
    dispensable[household] =
      candidates.compactMap { connection in connection.dispensability.map { (connection, $0) } }.sorted { $0.1 > $1.1 }
    return closeMostDispensable(foundFor: household)
  }

  private func closeMostDispensable(foundFor household: IPAddress?) -> Bool {
    while let (connection, dispensability) = dispensable[household]?.popLast() {
      guard connection.dispensability == dispensability else { continue }
      close(connection)
      metrics.connectionTurnedAway()
      return true
    }
    return false
  }

  /// Out of descriptors: polling the listener on would spin. Resumed when a connection closes, or by the sweep.
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
