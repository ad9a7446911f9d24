import Clinical

/// The body chart, front and back, with a checkbox for every region.
///
/// The labelled checkboxes are the control. Each label contains the shape of its region, positioned over the figure, so
/// that a tap on the shape is a tap on the label: the drawing works without script, and screen readers find a plain list.
struct BodyChart {
  let question: Question
  let regions: [BodyRegion]
  let marked: Set<String>
  let words: any PageWords

  var html: HTML {
    """
    <div class="charts">\(view(.front, words.front, left: words.yourRight, right: words.yourLeft))\
    \(view(.back, words.backOfBody, left: words.yourLeft, right: words.yourRight))</div>

    """
  }

  private func view(_ view: BodyRegion.View, _ title: String, left: String, right: String) -> HTML {
    """
    <fieldset class="chart"><legend>\(title)</legend>
    <p class="sides" aria-hidden="true"><span>\(left)</span><span>\(right)</span></p>
    <div><svg viewBox="0 0 100 220" aria-hidden="true">\(Self.figure)</svg>
    \(listed(view).map(choice))</div></fieldset>

    """
  }

  /// The regions of a view in the order of the pack, with left and right of a part side by side as in the drawing.
  private func listed(_ view: BodyRegion.View) -> [BodyRegion] {
    let parts = regions.filter { $0.view == view }.chunked { $0.side == .mid ? $0.id.rawValue : "\($0.shape.cy)" }
    return parts.flatMap { view == .front ? $0.reversed() : $0 }
  }

  private func choice(_ region: BodyRegion) -> HTML {
    let shape = region.shape
    return """
      <label\(" class=\"mid\"", if: region.side == .mid)><input type="checkbox" name="\(question.id.rawValue)" value="\(region.id.rawValue)"\
      \(" checked", if: marked.contains(region.id.rawValue))>\(region.label.capitalisedFirst)<svg viewBox="0 0 100 220">\
      <ellipse cx="\(Self.number(shape.cx))" cy="\(Self.number(shape.cy))" \
      rx="\(Self.number(shape.rx))" ry="\(Self.number(shape.ry))"/></svg></label>

      """
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }

  /// The outline of a body in a few strokes.
  private static let figure: HTML = """
    <path d="M50 6c-6 0-9 4-9 10s4 12 9 12 9-6 9-12-3-10-9-10Z"/>\
    <path d="M45 24v8c-6 3-14 3-19 8-3 4-3 12-4 20l-4 26-6 20c-2 8 0 12 3 11 4-2 6-8 7-14l7-24 4-16 1 16c-1 8-3 16-3 24\
    l2 38v26l2 32-2 14c-2 4-4 9 1 10 5 0 8-3 8-8l1-16 4-34 2-34 1-8 1 8 2 34 4 34 1 16c0 5 3 8 8 8 5-1 3-6 1-10l-2-14 \
    2-32v-26l2-38c0-8-2-16-3-24l1-16 4 16 7 24c1 6 3 12 7 14 3 1 5-3 3-11l-6-20-4-26c-1-8-1-16-4-20-5-5-13-5-19-8v-8Z"/>
    """
}
