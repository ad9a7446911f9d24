import Clinical
import PostgreSQL

extension Door {
  /// What the door tells of a plan to whoever holds its link.
  package struct OpenedPlan: Sendable {
    package enum State: Sendable, Hashable {
      /// - Parameters:
      ///   - sealed: the client's copy under the link.
      ///   - pausedItems: the items that hurt a lot, to be left out until the plan is revised.
      case issued(sealed: [UInt8], pausedItems: [HomeCareItem.ID])
      case paused
      /// Another plan has taken its place.
      case revised
    }

    package let state: State
    package let practice: PracticeSign
  }
}

extension Door.OpenedPlan {
  init(_ row: Row) throws {
    state =
      switch try row.string("state") {
      case "paused": .paused
      case "revised": .revised
      default:
        .issued(
          sealed: try row.data("sealed"),
          pausedItems: try row.json("paused_items", as: [String].self).map(HomeCareItem.ID.init(rawValue:)))
      }
    practice = try Door.PracticeSign(row)
  }
}
