/// Everything that is wrong with a pack.
package struct ContentPackError: Error, Sendable {
  package struct Fault: Sendable, Hashable {
    /// Name of the file, without extension.
    package let file: String
    package let id: String
    /// What is wrong and what to do.
    package let message: String
  }
  package let faults: [Fault]
}

extension ContentPackError: CustomStringConvertible {
  package var description: String {
    faults.map { "\($0.file).json: \($0.id): \($0.message)" }.joined(separator: "\n")
  }
}
