import Testing

@testable import HTTPServer

struct LimitsTests {
  @Test func areReplacedByName() throws {
    let limits = try #require(Limits(overriding: "connections=20, idle_time=5,posts_per_minute=30"))
    #expect(limits.connections == 20)
    #expect(limits.idleTime == .seconds(5))
    #expect(limits.postsPerSecond == 0.5)
    #expect(limits.head == Limits().head)
    #expect(Limits(overriding: "") != nil)
  }

  @Test(arguments: [
    "connections", "connections=", "connections=0", "connections=-1", "connections=+1", "connections=1e3", "unknown=1",
    "connections=1=2", "connections=9999999999", "head=1;idle_time=2",
  ])
  func areNotReplacedBy(_ text: String) {
    #expect(Limits(overriding: text) == nil)
  }

  @Test func haveEveryNameOnce() {
    #expect(Set(Limits.settings.map(\.name)).count == Limits.settings.count)
    #expect(!Limits.settings.isEmpty)
    for setting in Limits.settings { #expect(Limits(overriding: "\(setting.name)=7") != nil) }
  }
}
