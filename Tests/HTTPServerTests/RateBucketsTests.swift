import Testing

@testable import HTTPServer

struct RateBucketsTests {
  private let start = SuspendingClock.now
  private let home = networkPrefix("2001:db8:1:2::1")

  @Test func letsABurstThroughThenAsksToWait() {
    var buckets = RateBuckets(burst: 3, perSecond: 0.5)
    for _ in 0..<3 { #expect(buckets.take(home, at: start) == nil) }
    #expect(buckets.take(home, at: start) == 2)
    #expect(buckets.take(home, at: start + .seconds(1)) == 1)
    #expect(buckets.take(home, at: start + .seconds(2)) == nil)
    #expect(buckets.take(home, at: start + .seconds(2)) == 2)
  }

  @Test func countsANetworkOfIPv6AsOne() {
    var buckets = RateBuckets(burst: 1, perSecond: 1)
    #expect(buckets.take(networkPrefix("2001:db8:1:2::1"), at: start) == nil)
    #expect(buckets.take(networkPrefix("2001:db8:1:2:ffff::2"), at: start) != nil)
    #expect(buckets.take(networkPrefix("2001:db8:1:3::1"), at: start) == nil)
    #expect(buckets.take(networkPrefix("192.0.2.1"), at: start) == nil)
    #expect(buckets.take(networkPrefix("192.0.2.2"), at: start) == nil)
  }

  @Test func forgetsWhoHasRested() {
    var buckets = RateBuckets(burst: 2, perSecond: 1)
    _ = buckets.take(home, at: start)
    buckets.forgetFull(at: start)
    #expect(buckets.count == 1)
    buckets.forgetFull(at: start + .seconds(1))
    #expect(buckets.count == 0)
  }

  @Test func takesNoMoreMemoryInAFloodOfAddresses() {
    var buckets = RateBuckets(burst: 1, perSecond: 0.001)
    for number in 0..<70_000 {
      _ = buckets.take(networkPrefix("10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"), at: start)
    }
    #expect(buckets.count <= 65_537)
    #expect(buckets.take(networkPrefix("10.9.9.9"), at: start) != nil)
  }
}

private func networkPrefix(_ text: String) -> IPAddress {
  guard let address = IPAddress(text) else { preconditionFailure("\(text) is no address") }
  return address.networkPrefix
}
