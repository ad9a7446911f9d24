import Clinical

/// The part of the plan in which an item is printed.
enum PlanSection: CaseIterable {
  case doing, asking, knowing

  init(of item: HomeCareItem) {
    switch item.category {
    case "referral": self = .asking
    case "education": self = .knowing
    default: self = .doing
    }
  }
}
