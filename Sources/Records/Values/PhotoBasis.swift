import Clinical

/// What the pages of a photo link say beside the new measures, sealed under the link.
package struct PhotoBasis: Codable, Sendable {
  /// The client's last signed evaluation.
  package let last: Evaluation?
  /// Some usual ranges depend on it.
  package let isFemale: Bool

  package init(last: Evaluation?, isFemale: Bool) {
    self.last = last
    self.isFemale = isFemale
  }
}
