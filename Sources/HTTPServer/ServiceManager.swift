import Foundation

/// Notifies systemd of the state of the service, by the protocol of sd_notify(3).
final class ServiceManager {
  private let socket: Int32
  private let name: SocketName
  private let watchdogInterval: Duration?
  private var lastKeepAlive: SuspendingClock.Instant?

  /// - Returns: nil when the process was not started by systemd with `NOTIFY_SOCKET`.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let path = environment["NOTIFY_SOCKET"], let name = SocketName(path: path) else { return nil }
    self.name = name
    socket = Foundation.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    Socket.makeNonBlocking(socket)
    let isOurs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
    watchdogInterval = isOurs ? environment["WATCHDOG_USEC"].flatMap { Int($0) }.map { .microseconds($0) } : nil
  }

  deinit { close(socket) }

  func notify(_ state: String) {
    name.send(state, from: socket)
  }

  /// Notifies the watchdog twice in each interval that the event loop is running.
  func keepAlive(at now: SuspendingClock.Instant) {
    guard let watchdogInterval else { return }
    if let lastKeepAlive, now - lastKeepAlive < watchdogInterval / 2 { return }
    lastKeepAlive = now
    notify("WATCHDOG=1")
  }
}
