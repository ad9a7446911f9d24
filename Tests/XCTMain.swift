import Testing

/// Runs the tests. Where SwiftPM finds a file of this name it writes no such program of its own, for which it would look
/// for tests of XCTest in an index of all sources; and to write that index takes a fifth of the time of a build.
@main
struct TestRunner {
  static func main() async {
    await Testing.__swiftPMEntryPoint() as Never
  }
}
