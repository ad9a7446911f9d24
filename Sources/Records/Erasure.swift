import Foundation

/// That a client was erased: an opaque id, so that a restored backup can be brought up to it.
package struct Erasure: Sendable, Hashable, Codable {
  package let practice: Practice.ID
  package let client: Client.ID
  package let erasedAt: Date
}
