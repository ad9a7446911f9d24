/// Everything that is wrong with a file that was read, one sentence each.
package struct MalformedInput: Error, Sendable, Hashable, CustomStringConvertible {
  package let faults: [String]

  init(_ faults: [String]) {
    self.faults = faults
  }

  package var description: String { faults.joined(separator: "\n") }
}
