import Clinical

/// A small drawing of a body with the one landmark that is looked for. It shows about where to look; the name says what.
struct LandmarkFigure {
  let view: EvaluationView.ID
  let landmark: Landmark.ID

  var html: HTML {
    guard let (x, y) = place else { return .empty }
    let mirrored: HTML = view == "lateral_l" ? " transform=\"translate(100,0) scale(-1,1)\"" : ""
    return """
      <svg class="landmark" viewBox="0 0 100 220" aria-hidden="true"><g\(mirrored)>\(figure)\
      <path class="line" d="M90 8V212M12 150v50"/><circle class="dot" cx="\(x)" cy="\(y)" r="6"/></g></svg>
      """
  }

  private var figure: HTML {
    switch view {
    case "lateral_l", "lateral_r": Self.side
    case "adams": Self.bent
    default: "<path d=\"\(BodyDrawing.outline)\"/>"
    }
  }

  /// On the grid of the body chart; a side view faces right.
  private var place: (Int, Int)? {
    Self.shared[landmark] ?? (view == "posterior" ? Self.back : Self.others)[landmark]
  }

  private static let shared: [Landmark.ID: (Int, Int)] = [
    "lm.plumb_top": (90, 10), "lm.plumb_bottom": (90, 210), "lm.scale_a": (12, 150), "lm.scale_b": (12, 200),
  ]
  private static let back: [Landmark.ID: (Int, Int)] = [
    "lm.c7": (50, 32), "lm.acromion_l": (29, 41), "lm.acromion_r": (71, 41), "lm.scap_med_l": (43, 49),
    "lm.scap_med_r": (57, 49), "lm.t7": (50, 62), "lm.iliac_l": (35, 91), "lm.iliac_r": (65, 91), "lm.s2": (50, 103),
  ]
  private static let others: [Landmark.ID: (Int, Int)] = [
    "lm.ear_r": (41, 17), "lm.ear_l": (59, 17), "lm.hip_r": (34, 107), "lm.hip_l": (66, 107), "lm.patella_r": (40, 152),
    "lm.patella_l": (60, 152), "lm.ankle_mid_r": (40, 202), "lm.ankle_mid_l": (60, 202), "lm.canthus": (61, 14),
    "lm.tragus": (53, 16), "lm.c7": (43, 35), "lm.acromion": (51, 43), "lm.psis": (42, 96), "lm.asis": (60, 97),
    "lm.trochanter": (51, 109), "lm.knee_axis": (51, 153), "lm.malleolus": (50, 205), "lm.back_high_l": (36, 92),
    "lm.back_high_r": (64, 92),
  ]

  private static let side: HTML = """
    <path d="M53 5c-8 0-13 6-13 14 0 6 3 10 5 13 0 4-3 6-5 11-4 12 0 24 4 36-1 8-5 16-4 26 1 16 4 30 5 44-1 18-2 36-1 54\
    v13h22v-4l-11-8c1-18 3-36 4-54 1-15 4-30 4-44 0-10-2-18-3-26 1-10 3-18 3-28 0-7-3-13-8-16 0-4 1-6 4-8l5-1 1-5 3-2-3-5\
    c0-6-5-10-12-10Z"/>
    """
  private static let bent: HTML = """
    <path d="M20 210V130c0-30 10-44 30-44s30 14 30 44v80h-14v-60c0-8-32-8-32 0v60Z"/>
    """
}
