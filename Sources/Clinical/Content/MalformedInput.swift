/// What is wrong with a file that was given, one sentence each.
package struct MalformedInput: Error, Sendable, Hashable, CustomStringConvertible {
  package let faults: [String]

  init(_ faults: [String]) {
    self.faults = faults
  }

  package var description: String { faults.joined(separator: "\n") }
}
