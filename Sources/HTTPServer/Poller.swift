import Foundation

/// poll(2) over a changing set of descriptors.
struct Poller {
  struct Interest: OptionSet {
    let rawValue: Int16
    static let reading = Interest(rawValue: Int16(POLLIN))
    static let writing = Interest(rawValue: Int16(POLLOUT))
    /// Reported whether asked for or not.
    static let broken = Interest(rawValue: Int16(POLLERR | POLLHUP | POLLNVAL))
  }

  private var entries: [pollfd] = []
  /// Where a descriptor's entry is, by descriptor.
  private var places: [Int] = []

  mutating func add(_ descriptor: Int32, _ interest: Interest) {
    let index = Int(descriptor)
    if index >= places.count { places += Array(repeating: -1, count: index - places.count + 64) }
    places[index] = entries.count
    entries.append(pollfd(fd: descriptor, events: interest.rawValue, revents: 0))
  }

  mutating func set(_ descriptor: Int32, _ interest: Interest) {
    entries[places[Int(descriptor)]].events = interest.rawValue
  }

  /// Fills the gap with the last entry.
  mutating func remove(_ descriptor: Int32) {
    let gap = places[Int(descriptor)]
    places[Int(descriptor)] = -1
    let last = entries.removeLast()
    guard gap < entries.count else { return }
    entries[gap] = last
    places[Int(last.fd)] = gap
  }

  /// Waits for at most `milliseconds`; puts what is ready into `ready`.
  mutating func wait(_ milliseconds: Int32, into ready: inout [(descriptor: Int32, events: Interest)]) {
    ready.removeAll(keepingCapacity: true)
    var remaining = poll(&entries, nfds_t(entries.count), milliseconds)
    var index = 0
    while remaining > 0, index < entries.count {
      if entries[index].revents != 0 {
        ready.append((entries[index].fd, Interest(rawValue: entries[index].revents)))
        remaining -= 1
      }
      index += 1
    }
  }
}
