import CEpoll
import Foundation

/// epoll(7), level-triggered, over a changing set of descriptors. With ten thousand slow connections poll(2) spent
/// most of a core on asking each of them in every turn.
struct Poller: ~Copyable {
  struct Interest: OptionSet {
    let rawValue: UInt32
    static let reading = Interest(rawValue: EPOLLIN.rawValue)
    static let writing = Interest(rawValue: EPOLLOUT.rawValue)
    /// Reported whether asked for or not.
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

  /// Waits for at most `patience`; puts what is ready into `ready`.
  mutating func wait(_ patience: Duration, into ready: inout [(descriptor: Int32, events: Interest)]) {
    ready.removeAll(keepingCapacity: true)
    let count = epoll_wait(epoll, &events, Int32(events.count), Int32(patience / .milliseconds(1)))
    for event in events.prefix(Int(max(0, count))) {
      ready.append((event.data.fd, Interest(rawValue: event.events)))
    }
  }
}
