/// The number of records of one kind that an erasure removes: clients, invites, intakes, evaluations, plans or notes.
package struct ErasedRecords: Sendable, Hashable {
  package let what: String
  package let count: Int
}
