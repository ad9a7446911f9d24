/// Token buckets, one for each address. They exist only in memory, so that nothing about an address outlives the process.
struct RateBuckets {
  private struct Bucket {
    var level: Double
    var time: SuspendingClock.Instant
  }

  /// Beyond this number, addresses share one bucket, so that a flood of addresses does not take more memory.
  private static let capacity = 65_536

  private let burst: Double
  private let perSecond: Double
  private var buckets: [IPAddress?: Bucket] = [:]

  init(burst: Double, perSecond: Double) {
    self.burst = burst
    self.perSecond = perSecond
  }

  var count: Int { buckets.count }

  /// Takes a token from the bucket of an address.
  /// - Returns: nil, or the whole seconds to wait when the bucket is empty.
  mutating func take(_ address: IPAddress, at now: SuspendingClock.Instant) -> Int? {
    let key = key(address)
    let level = level(key, at: now)
    guard level >= 1 else { return seconds(until: level) }
    buckets[key] = Bucket(level: level - 1, time: now)
    return nil
  }

  /// Removes full buckets, which carry no information.
  mutating func forgetFull(at now: SuspendingClock.Instant) {
    buckets = buckets.filter { level($0.key, at: now) < burst }
  }

  private func key(_ address: IPAddress) -> IPAddress? {
    buckets.count < Self.capacity || buckets[address] != nil ? address : nil
  }

  private func level(_ key: IPAddress?, at now: SuspendingClock.Instant) -> Double {
    guard let bucket = buckets[key] else { return burst }
    return min(burst, bucket.level + (now - bucket.time) / .seconds(1) * perSecond)
  }

  private func seconds(until level: Double) -> Int {
    Int(max(1, ((1 - level) / perSecond).rounded(.up)))
  }
}
