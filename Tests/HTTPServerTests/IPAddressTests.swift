import Testing

@testable import HTTPServer

struct IPAddressTests {
  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:DB8:0::1", "2001:db8::1"), ("::1", "::1"),
    ("::", "::"),
  ])
  func reads(_ text: String, as canonical: String) {
    #expect(IPAddress(text)?.description == canonical)
  }

  @Test(arguments: ["", "localhost", "1.2.3", "01.2.3.4x", "1.2.3.4 ", "::1%lo", "[::1]", "1.2.3.4:80"])
  func doesNotRead(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("192.0.2.1", false), ("::2", false)])
  func knowsThisMachine(_ text: String, _ isLoopback: Bool) {
    #expect(IPAddress(text)?.isLoopback == isLoopback)
  }

  @Test func showsOnlyTheNetworkInLogs() {
    #expect(IPAddress("192.0.2.77")?.truncated.description == "192.0.2.0")
    #expect(IPAddress("2001:db8:1:2::3")?.truncated.description == "2001:db8:1::")
  }
}
