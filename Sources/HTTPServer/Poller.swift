import CEpoll
import Foundation

/// Waits for events on a changing set of descriptors, by level-triggered epoll(7). With ten thousand slow connections,
/// poll(2) spent most of a core on checking each of them in every iteration.
struct Poller: ~Copyable {
  struct Interest: OptionSet {
    let rawValue: UInt32
    static let reading = Interest(rawValue: EPOLLIN.rawValue)
    static let writing = Interest(rawValue: EPOLLOUT.rawValue)
    /// Always reported, even if not asked for.
    static let broken = Interest(rawValue: EPOLLERR.rawValue | EPOLLHUP.rawValue)
  }

  private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
  private var events = [epoll_event](repeating: epoll_event(), count: 512)

  deinit { close(epoll) }

  func add(_ descriptor: Int32, _ interest: Interest) {
    control(EPOLL_CTL_ADD, descriptor, interest)
  }

  func set(_ descriptor: Int32, _ interest: Interest) {
    control(EPOLL_CTL_MOD, descriptor, interest)
  }

  func remove(_ descriptor: Int32) {
    control(EPOLL_CTL_DEL, descriptor, [])
  }

  private func control(_ operation: Int32, _ descriptor: Int32, _ interest: Interest) {
    var event = epoll_event(events: interest.rawValue, data: epoll_data_t(fd: descriptor))
    epoll_ctl(epoll, operation, descriptor, &event)
  }

  /// Waits for events until the timeout and stores them in `ready`.
  mutating func wait(_ timeout: Duration, into ready: inout [(descriptor: Int32, events: Interest)]) {
    ready.removeAll(keepingCapacity: true)
    let count = epoll_wait(epoll, &events, Int32(events.count), Int32(timeout / .milliseconds(1)))
    for event in events.prefix(Int(max(0, count))) {
      ready.append((event.data.fd, Interest(rawValue: event.events)))
    }
  }
}
