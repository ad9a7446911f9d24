/// How many records of a kind an erasure removes: clients, invites, intakes, evaluations, plans, notes.
package struct ErasedRecords: Sendable, Hashable {
  package let what: String
  package let count: Int
}
