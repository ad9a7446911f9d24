import Clinical
import Foundation
import PostgreSQL

/// A posture photo that is to be kept, and the secret of the link under which it is sealed.
package struct SealedPicture: Sendable {
  package let view: EvaluationView.ID
  package let id: UUID
  package let sealed: [UInt8]
  package let secret: [UInt8]

  init(_ row: Row) throws {
    view = EvaluationView.ID(rawValue: try row.string("view"))
    id = try row.requiredUUID("id")
    sealed = try row.data("sealed")
    secret = try row.data("secret")
  }
}
