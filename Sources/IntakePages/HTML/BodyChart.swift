import Clinical

/// The body chart, back and front. The checkbox of a region is the region: it lies over the drawing, so that a tap on the
/// body is a tap on the control, without script, and the page does not move. What is felt there stands right behind the
/// checkbox and shows once it is ticked. As a list, the same checkboxes have their names beside them.
struct BodyChart {
  let question: Question
  let pack: ContentPack
  let fields: FieldValues
  let problem: Problem?
  let isList: Bool
  let words: any PageWords

  var html: HTML {
    """
    <div class="charts">\(view(.back, words.backOfBody, left: words.yourLeft, right: words.yourRight))\
    \(view(.front, words.front, left: words.yourRight, right: words.yourLeft))</div>
    <div class="go"><button class="quiet" name="action" value="\(isList ? "drawing" : "list")">\
    \(isList ? words.chartAsDrawing : words.chartAsList)</button></div>

    """
  }

  private func view(_ view: BodyRegion.View, _ title: String, left: String, right: String) -> HTML {
    let listed = listed(view)
    let regions = "\(zip(listed, ChartLayout(listed).spots).map { control($0, $1) })" as HTML
    guard !isList else { return "<fieldset class=\"chart named\"><legend>\(title)</legend>\(regions)</fieldset>\n" }
    return """
      <fieldset class="chart"><legend>\(title)</legend>
      <p class="sides" aria-hidden="true"><span>\(left)</span><span>\(right)</span></p>
      <div class="body">\(BodyDrawing(view: view).html)\(regions)</div></fieldset>

      """
  }

  /// The regions of a view in the order of the pack, with left and right of a part side by side as in the drawing.
  private func listed(_ view: BodyRegion.View) -> [BodyRegion] {
    let parts = pack.regions.filter { $0.view == view }.chunked { $0.side == .mid ? $0.id.rawValue : "\($0.shape.cy)" }
    return parts.flatMap { view == .front ? $0.reversed() : $0 }
  }

  private func control(_ region: BodyRegion, _ spot: ChartLayout.Spot) -> HTML {
    let (name, id) = (question.id.rawValue, region.id.rawValue)
    let isMarked = fields.contains(name, id)
    let label = region.label.capitalisedFirst
    let place: HTML =
      isList ? " id=\"\(name).\(id)\"" : " class=\"spot \(spot.classes)\" aria-label=\"\(label)\""
    let listLabel: HTML = isList ? "<label for=\"\(name).\(id)\">\(label)</label>" : .empty
    return """
      <input type="checkbox" name="\(name)" value="\(id)"\(place)\(" checked", if: isMarked)>\(listLabel)\
      \(question.asksSymptoms ? felt(region, label, isMarked) : isList ? .empty : "<p class=\"felt\">\(label)</p>")

      """
  }

  /// What is felt in a region, and how strongly.
  private func felt(_ region: BodyRegion, _ label: String, _ isMarked: Bool) -> HTML {
    let name = "\(question.id.rawValue).\(region.id.rawValue)"
    let isMissing = problem != nil && isMarked && fields[name + ".symptoms"].isEmpty
    let symptoms = pack.symptoms.map { symptom -> HTML in
      """
      <label><input type="checkbox" name="\(name).symptoms" value="\(symptom.id.rawValue)"\
      \(" checked", if: isMarked && fields.contains(name + ".symptoms", symptom.id.rawValue))>\
      \(symptom.label.capitalisedFirst)</label>
      """
    }
    let scores = (0...10).map { score -> HTML in
      "<option\(" selected", if: fields.contains(name + ".nrs", String(score)))>\(score)"
    }
    return """
      <fieldset class="felt"\(" id=\"\(question.id.rawValue)\" tabindex=\"-1\"", if: region.id == firstMissing)>\
      <legend>\(label)</legend>\("<p class=\"error\">\(words.tickOne)</p>", if: isMissing)\(symptoms)\
      <label>\(words.howStrong) <select name="\(name).nrs"><option value="">\(words.noScore)\(scores)</select></label>\
      </fieldset>
      """
  }

  /// The first region that is marked without a symptom, to which the error leads.
  private var firstMissing: BodyRegion.ID? {
    guard problem != nil else { return nil }
    return [BodyRegion.View.back, .front].flatMap(listed).first { region in
      fields.contains(question.id.rawValue, region.id.rawValue)
        && fields["\(question.id.rawValue).\(region.id.rawValue).symptoms"].isEmpty
    }?.id
  }
}
