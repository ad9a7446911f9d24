import Foundation

/// The fact that a client was erased: an opaque id, with which the erasure is repeated in a restored backup.
package struct Erasure: Sendable, Hashable, Codable {
  package let practice: Practice.ID
  package let client: Client.ID
  package let erasedAt: Date

  package init(practice: Practice.ID, client: Client.ID, erasedAt: Date) {
    self.practice = practice
    self.client = client
    self.erasedAt = erasedAt
  }
}
