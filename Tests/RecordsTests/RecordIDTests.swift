import Foundation
import Records
import Testing

@Suite struct RecordIDTests {
  @Test func makesIdsOfVersionSevenInOrder() throws {
    let ids = (0..<1000).map { _ in Client.ID.new().description }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
    let first = try #require(ids.first)
    let made = Date.now
    while Date.now.timeIntervalSince(made) < 0.002 {}  // An id begins with its millisecond.
    #expect(Client.ID.new().description > first)
  }
}
