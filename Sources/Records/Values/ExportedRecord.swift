/// A record as it leaves the practice.
package struct ExportedRecord: Sendable {
  package let noun: String
  /// By what it is found again; nil where nothing follows.
  package let key: String?
  /// A JSON object on one line.
  package let text: String
}

/// A document of an issued plan, as the client got it.
package struct ExportedDocument: Sendable {
  package let plan: Plan.ID
  package let variant: String
  package let bytes: [UInt8]

  package init(plan: Plan.ID, variant: String, bytes: [UInt8]) {
    self.plan = plan
    self.variant = variant
    self.bytes = bytes
  }
}
