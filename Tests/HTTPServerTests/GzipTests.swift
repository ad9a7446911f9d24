import Foundation
import Testing

@testable import HTTPServer

@Suite struct GzipTests {
  /// Unpacks the bytes with gunzip.
  private func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(packed).write(to: file)
    let gunzip = Process()
    let output = Pipe()
    gunzip.executableURL = URL(filePath: "/bin/gzip")
    gunzip.arguments = ["-dc", file.path]
    gunzip.standardOutput = output
    try gunzip.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    #expect(gunzip.terminationStatus == 0)
    return Array(bytes)
  }

  @Test(arguments: [0, 1, 2, 3, 257, 258, 259, 40_000])
  func comesBackAsItWas(_ length: Int) throws {
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let same = [UInt8](repeating: 0xC3, count: length)
    let words = (0..<length).map { UInt8(ascii: "a") + UInt8($0 * $0 % 7) }
    for bytes in [noise, same, words] {
      #expect(try unpacked(#require(Gzip.compress(bytes))) == bytes)
    }
  }

  @Test func makesMarkupMuchSmaller() throws {
    let markup = (0..<200).map { "<label><input type=\"radio\" name=\"q.\($0)\" value=\"no\">No</label>" }.joined()
    #expect(try #require(Gzip.compress(Array(markup.utf8))).count * 5 < markup.utf8.count)
  }

  @Test func asksTheBrowserFirst() {
    let page = Response(
      status: 200, headers: [("Content-Type", "text/html")], body: [UInt8](repeating: UInt8(ascii: "a"), count: 1000))
    #expect(page.compressed(for: .get("/", accepting: nil)).body.count == 1000)
    #expect(page.compressed(for: .get("/", accepting: "br, gzip;q=0")).body.count == 1000)
    #expect(page.compressed(for: .get("/", accepting: "br, gzip")).headers.contains { $0.value == "gzip" })
  }
}

extension Request {
  fileprivate static func get(_ path: String, accepting encoding: String?) -> Request {
    Request(
      method: .get, path: [], query: nil, headers: Headers(encoding.map { [("Accept-Encoding", $0)] } ?? []), body: [],
      id: "test", clientAddress: nil)
  }
}
