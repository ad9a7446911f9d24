/// The landmarks that are placed on a photo, in an order in which the finger moves little: down the body, and then the
/// scale bar. Which of all they are is our own judgement: at most 14 a view. Shoulder blade tips, heels and the curves of
/// the back need a closer picture, and are measured from a file (`evaluation measure`).
package enum PhotoTaps {
  private static let orders: [EvaluationView.ID: [Landmark.ID]] = [
    "anterior": [
      "lm.ear_r", "lm.ear_l", "lm.hip_l", "lm.hip_r", "lm.patella_r", "lm.patella_l", "lm.ankle_mid_l",
      "lm.ankle_mid_r",
    ],
    "posterior": [
      "lm.c7", "lm.acromion_r", "lm.scap_med_r", "lm.scap_med_l", "lm.acromion_l", "lm.t7", "lm.iliac_l", "lm.iliac_r",
      "lm.s2",
    ],
    "lateral_l": side, "lateral_r": side,
    "adams": ["lm.back_high_l", "lm.back_high_r"],
  ]

  private static let side: [Landmark.ID] = [
    "lm.canthus", "lm.tragus", "lm.c7", "lm.acromion", "lm.psis", "lm.asis", "lm.trochanter", "lm.knee_axis",
    "lm.malleolus",
  ]

  /// Every view that can be measured on a photo, in the order in which the client turns.
  package static let views: [EvaluationView.ID] = ["anterior", "lateral_l", "posterior", "lateral_r", "adams"]

  /// Returns the landmarks of a view, from the top of the plumb line to the end of the scale bar; none for a view that no
  /// photo is taken of.
  package static func landmarks(of view: EvaluationView.ID) -> [Landmark.ID] {
    guard let body = orders[view] else { return [] }
    return ["lm.plumb_top"] + body + ["lm.plumb_bottom", "lm.scale_a", "lm.scale_b"]
  }
}
