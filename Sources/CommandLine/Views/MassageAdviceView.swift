import Clinical

/// Whether to massage, in words. Advice without a limit does not mean that there is no red flag: some ask for a referral
/// and for nothing of the massage.
extension MassageAdvice {
  func sentence(isFlagged: Bool) -> String {
    switch self {
    case .ok where isFlagged: "Massage as usual. The red flags ask for something else."
    case .ok: "No red flag was raised by what was answered."
    case .modify: "Massage, adapted."
    case .defer: "No massage today: wait until this is clarified."
    case .stop: "No massage. Refer."
    }
  }

  func inShort(isFlagged: Bool) -> String {
    switch self {
    case .ok where isFlagged: "as usual; the red flags ask for something else"
    case .ok: "no red flag was raised by what was answered"
    case .modify: "adapted to what the intake says"
    case .defer: "not before this is clarified"
    case .stop: "none; refer"
    }
  }
}
