import Foundation
import Testing

/// Runs the tests. Where SwiftPM finds a file of this name it writes no such program of its own, for which it would look
/// for tests of XCTest in an index of all sources; and to write that index takes a fifth of the time of a build.
@main
struct TestRunner {
  static func main() async {
    // `swift test` starts it for tests of XCTest first, and would pass without having run one of ours.
    guard CommandLine.arguments.contains("--testing-library") else {
      FileHandle.standardError.write(
        Data("No tests of XCTest here: Tests/swift, or swift test --disable-xctest --enable-swift-testing.\n".utf8))
      exit(64)
    }
    await Testing.__swiftPMEntryPoint() as Never
  }
}
