import Clinical

/// The words of the pages for posture photos. They are read by the therapist.
protocol PhotoWords {
  var photoTitle: String { get }
  func photoTimeLeft(minutes: Int) -> String
  /// What to see to before the first photo.
  /// - Parameter keepUntil: the last day of the photos in the record; nil when they are not kept.
  func photoPreparation(keepUntil: CalendarDate?) -> [String]
  var photosDone: String { get }
  /// - Parameter placed: nil when there is no photo of the view.
  func photoProgress(placed: Int?, of count: Int) -> String
  /// How to stand and where to hold the camera.
  func photoAdvice(view: EvaluationView.ID, scaleLength: Int) -> [String]
  var takePhoto: String { get }
  var sendPhoto: String { get }
  var takeAnotherPhoto: String { get }
  var allViews: String { get }
  var wholeView: String { get }
  func photoAlternative(_ view: String) -> String
  func notPlaced(_ names: [String]) -> String
  func tapLandmarks(isAgain: Bool) -> String
  var tapAgainHint: String { get }
  var tapOnPicture: String { get }
  var tapExactly: String { get }
  func tapHere(_ landmark: String) -> String
  var skipLandmark: String { get }
  var useArrows: String { get }
  /// The name of the arrow buttons together.
  var moveRing: String { get }
  func moved(_ direction: String, by pixels: Int) -> String
  var left: String { get }
  var right: String { get }
  var up: String { get }
  var down: String { get }
  var placeHere: String { get }
  var tapWholeAgain: String { get }
  var measured: String { get }
  var notLevelled: String { get }
  var noScale: String { get }
  func ownRepeatability(_ own: TappingRepeatability) -> String
  func usualRange(_ reference: String) -> String
  func lastValue(_ value: String, change: String) -> String
  var noLastValue: String { get }
  var howMeasured: String { get }
}

extension English {
  var photoTitle: String { "Posture photos" }
  func photoTimeLeft(minutes: Int) -> String {
    "This link works for \(minutes.counted("more minute")). Then the photos are gone."
  }
  func photoPreparation(keepUntil: CalendarDate?) -> [String] {
    [
      "Bare feet, swimwear or fitted clothes, hair tied up. Small stickers on the bony points help.",
      "Hang a plumb line where the client stands, and put a scale bar beside the body, as far from the camera as the body is.",
      "Hold the camera level at half body height, about 3 m away, without zoom. A stand is better than a hand.",
      keepUntil.map {
        "The photos are encrypted here. When you take the measures over, they are kept in the record "
          + "until \(EnglishAnswerWords().day($0))."
      }
        ?? "Nothing but the landmarks goes into the record. The photos are encrypted, and are gone when you have taken the measures.",
    ]
  }
  var photosDone: String { "Every view is measured. Look at the measures in the terminal, and take them over:" }
  func photoProgress(placed: Int?, of count: Int) -> String {
    placed.map { "\($0) of \(count) landmarks" } ?? "no photo yet"
  }
  func photoAdvice(view: EvaluationView.ID, scaleLength: Int) -> [String] {
    let stance =
      switch view {
      case "anterior": "The client faces the camera."
      case "posterior": "The client turns the back to the camera."
      case "lateral_l":
        "The client turns the left side to the camera. The line hangs 20 mm in front of the outer ankle."
      case "lateral_r":
        "The client turns the right side to the camera. The line hangs 20 mm in front of the outer ankle."
      default: "The client bends forward, palms together, and is seen from behind."
      }
    return [
      stance,
      view == "adams" ? "Knees straight, arms hanging." : "A few steps on the spot, then a relaxed stance, eyes ahead.",
      "The whole body, the plumb line and the scale bar of \(scaleLength) mm are in the picture.",
    ]
  }
  var takePhoto: String { "Take the photo" }
  var sendPhoto: String { "Use this photo" }
  var takeAnotherPhoto: String { "Take another photo of this view" }
  var allViews: String { "All views" }
  var wholeView: String { "What is placed" }
  func photoAlternative(_ view: String) -> String { "The photo, \(view.lowercased()), with the landmarks" }
  func notPlaced(_ names: [String]) -> String { "Not placed: \(names.joined(separator: "; "))." }
  func tapLandmarks(isAgain: Bool) -> String { isAgain ? "Tap all of them once more" : "Tap the landmarks" }
  var tapAgainHint: String {
    "Tapped once more, this photo shows how well you repeat your taps. The measures are then halfway between."
  }
  var tapOnPicture: String { "Tap it on the picture. Next it is shown enlarged." }
  var tapExactly: String { "Tap it exactly." }
  func tapHere(_ landmark: String) -> String { "Tap here: \(landmark)" }
  var skipLandmark: String { "Skip: it cannot be seen" }
  var useArrows: String { "Use arrow buttons" }
  var moveRing: String { "Move the ring" }
  func moved(_ direction: String, by pixels: Int) -> String { "\(direction) by \(pixels.counted("pixel"))" }
  var left: String { "Left" }
  var right: String { "Right" }
  var up: String { "Up" }
  var down: String { "Down" }
  var placeHere: String { "It is in the ring" }
  var tapWholeAgain: String { "Elsewhere on the picture" }
  var measured: String { "Measured" }
  var notLevelled: String {
    "No plumb line is placed: the camera may have leaned by more than the body does, so nothing is compared."
  }
  var noScale: String { "No scale bar is placed, so there are no lengths." }
  func ownRepeatability(_ own: TappingRepeatability) -> String {
    let parts = [(false, "degrees"), (true, "mm")].compactMap { inMillimetres, unit in
      own.detectableChange(inMillimetres: inMillimetres).map { "\($0.rounded(toPlaces: 1).inFigures) \(unit)" }
    }
    return "Your own taps of one photo may differ by \(parts.joined(separator: " and ")). "
      + "A change counts only where it is more than that, too."
  }
  func usualRange(_ reference: String) -> String { "Usual: \(reference)" }
  func lastValue(_ value: String, change: String) -> String { "Last time: \(value). Change: \(change)." }
  var noLastValue: String { "No earlier value." }
  var howMeasured: String { "How it is measured" }
}
