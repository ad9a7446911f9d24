/// The formulas of the pack that measure on photos. Angles are in degrees, lengths in millimetres.
enum PhotoFormula: String {
  case craniovertebralAngle = "fm.cva"
  case headTilt = "fm.head_tilt_sag"
  case shoulderAngle = "fm.shoulder_c7"
  case thoracicCurve = "fm.kyphosis_photo"
  case lumbarCurve = "fm.lordosis_photo"
  case pelvicTilt = "fm.pelvic_tilt"
  case lineAngle = "fm.line_level_deg"
  case lineHeight = "fm.line_level_mm"
  case trunkShift = "fm.trunk_shift"
  case trunkRotation = "fm.atr_photo"
  case bladeDistance = "fm.scap_distance"
  case kneeFront = "fm.knee_front"
  case kneeSide = "fm.knee_side"
  case plumbDeviation = "fm.plumb_dev"
  case rearfoot = "fm.rearfoot"

  /// The number of landmarks the formula takes, in the order in which the findings name them.
  var landmarkCount: Int {
    switch self {
    case .plumbDeviation: 1
    case .craniovertebralAngle, .headTilt, .shoulderAngle, .pelvicTilt, .lineAngle, .lineHeight, .trunkShift,
      .trunkRotation:
      2
    case .thoracicCurve, .lumbarCurve, .bladeDistance, .kneeFront, .kneeSide, .rearfoot: 3
    }
  }

  var isInMillimetres: Bool {
    switch self {
    case .lineHeight, .trunkShift, .bladeDistance, .plumbDeviation: true
    default: false
    }
  }
}
