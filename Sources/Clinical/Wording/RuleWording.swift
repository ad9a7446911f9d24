extension Rule.Comparison {
  var words: String {
    switch self {
    case .gte: "at least"
    case .gt: "more than"
    case .lte: "at most"
    case .lt: "less than"
    }
  }
}

extension Rule.Side {
  var words: String {
    switch self {
    case .any, .none: ""
    case .left: ", left"
    case .right: ", right"
    }
  }
}

extension DerivedValue {
  package var words: String {
    switch self {
    case .ageYears: "age in years"
    case .bagPercent: "bag in percent of body weight"
    case .bodyMassIndex: "body mass index"
    case .phase: "phase of this episode"
    case .trimester: "third of the pregnancy"
    case .yearsSinceFirst: "years since the first trouble"
    case .onsetAgeYears: "age when it began"
    case .psfsMean: "mean of the activity scores"
    }
  }
}

extension HomeCareItem.Effect {
  package var words: String {
    switch self {
    case .caution: "Caution"
    case .askFirst: "Ask a clinician or pharmacist first"
    case .block: "Contraindicated"
    }
  }
}

extension HomeCareItem.Contraindication.OverrideAuthority {
  /// A sentence that says who may override a block.
  var words: String {
    switch self {
    case .none: "Nobody may override this."
    case .clinician: "It may be overridden once a named clinician agreed, with the date and a reason in writing."
    case .therapist: "The therapist may override this with a reason in writing."
    }
  }
}
