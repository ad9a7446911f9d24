import PostgreSQL

extension Door {
  /// What the door tells of a plan to whoever holds its link.
  package struct OpenedPlan: Sendable {
    package enum State: Sendable, Hashable {
      /// - Parameter sealed: the client's copy under the link.
      case issued(sealed: [UInt8])
      case paused
      /// Another plan has taken its place.
      case revised
    }

    package let state: State
    package let practiceName: String
    package let practicePhone: String?
  }
}

extension Door.OpenedPlan {
  init(_ row: Row) throws {
    state =
      switch try row.string("state") {
      case "paused": .paused
      case "revised": .revised
      default: .issued(sealed: try row.data("sealed"))
      }
    practiceName = try row.string("practice_name")
    practicePhone = try row.text("practice_phone")
  }
}
