/// An error that a person can do something about: what happened, why, and the next thing to do.
package struct CommandError: Error, Sendable {
  package let status: ExitStatus
  package let what: String
  package let why: [String]
  package let next: [String]

  /// What is wrong, and why.
  package var reasons: [String] { [what] + why }

  package init(_ status: ExitStatus, _ what: String, why: [String] = [], next: [String] = []) {
    self.status = status
    self.what = what
    self.why = why
    self.next = next
  }

  package init(_ status: ExitStatus, _ what: String, why: String? = nil, next: String) {
    self.init(status, what, why: why.map { [$0] } ?? [], next: [next])
  }
}
