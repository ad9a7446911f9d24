/// The lines between landmarks that draw a posture: what a figure of it shows, and nothing else.
package enum PostureLines {
  private static let lines: [EvaluationView.ID: [[Landmark.ID]]] = [
    "anterior": [
      ["lm.ear_r", "lm.ear_l"], ["lm.hip_r", "lm.hip_l"], ["lm.hip_r", "lm.patella_r", "lm.ankle_mid_r"],
      ["lm.hip_l", "lm.patella_l", "lm.ankle_mid_l"],
    ],
    "posterior": [
      ["lm.c7", "lm.t7", "lm.s2"], ["lm.acromion_l", "lm.acromion_r"], ["lm.scap_med_l", "lm.scap_med_r"],
      ["lm.iliac_l", "lm.iliac_r"],
    ],
    "lateral_l": side, "lateral_r": side,
    "adams": [["lm.back_high_l", "lm.back_high_r"]],
  ]

  private static let side: [[Landmark.ID]] = [
    ["lm.canthus", "lm.tragus", "lm.c7", "lm.acromion", "lm.trochanter", "lm.knee_axis", "lm.malleolus"],
    ["lm.psis", "lm.asis"],
  ]

  /// Returns the lines of a view, each as landmarks in the order of the line.
  package static func lines(of view: EvaluationView.ID) -> [[Landmark.ID]] { lines[view] ?? [] }
}
