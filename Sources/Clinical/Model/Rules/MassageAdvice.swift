/// Whether to give a massage today; the strongest advice of all raised flags wins.
package enum MassageAdvice: String, Sendable, Codable, CaseIterable, Comparable {
  case ok, modify, `defer`, stop

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
  private var rank: Int {
    switch self {
    case .ok: 0
    case .modify: 1
    case .defer: 2
    case .stop: 3
    }
  }
}
