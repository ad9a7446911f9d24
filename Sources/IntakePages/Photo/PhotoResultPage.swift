import Clinical
import HTTPServer
import Records

/// A view with what is placed on its picture and what that measures.
struct PhotoResultPage {
  let visit: PhotoVisit
  let picture: Door.OpenedPhotos.Picture
  let tapped: TappedPhoto

  var page: HTMLPage {
    HTMLPage(
      title: visit.viewName(view), letterhead: visit.letterhead, content: content, headers: visit.policy(for: picture))
  }

  private var words: any PageWords { visit.words }
  private var view: EvaluationView.ID { tapped.view }

  private var content: HTML {
    let results = PhotoResults(tapped, beside: visit.basis, pack: visit.pack)
    return """
      <h1>\(visit.viewName(view))</h1>
      \(PhotoScale.widths.map { drawing($0.field, $0.width, results) })
      \(next)
      \(results.entries.isEmpty ? .empty : table(results))
      <details><summary>\(words.takeAnotherPhoto)</summary>\(TakePhotoPage.form(visit, view, words.takePhoto))</details>
      <p><a class="tap" href="\(visit.overview)">\(words.allViews)</a></p>
      """
  }

  private func drawing(_ field: String, _ width: Int, _ results: PhotoResults) -> HTML {
    let height = PhotoScale.height(picture, width: width)
    var marks = PhotoMarks(picture, width: width, height: height)
    let photo = tapped.photo
    marks.draw(photo.points, of: view)
    for (index, entry) in results.entries.enumerated() {
      let points = entry.landmarks.compactMap { photo.points[$0] }
      if points.count > 1 { marks.line(points) }
      if let last = points.last { marks.number(index + 1, at: last) }
    }
    return """
      <div class="photo \(field)"><img src="\(visit.pictureAddress(picture))" width="\(width)" height="\(height)" \
      alt="\(words.photoAlternative(visit.viewName(view)))">\(marks.html)</div>

      """
  }

  /// What comes next: the landmarks without a place, the next view, or all of them once more.
  private var next: HTML {
    let (first, second) = (PhotoRound(view), PhotoRound(view, 2))
    if let landmark = visit.missing(first).first { return tap(first, landmark, visit.missing(first)) }
    let began = !tapped.again.isEmpty
    let missing = visit.missing(second)
    let again = missing.first.map { tap(second, $0, began ? missing : []) } ?? .empty
    let views = visit.opened.views
    let following = views.firstIndex(of: view).flatMap { views.dropFirst($0 + 1).first }
    return """
      <div class="go"><a class="button" href="\(following.map(visit.address) ?? visit.overview)">\
      \(following.map(visit.viewName) ?? words.allViews)</a></div>
      \("<p>\(words.tapAgainHint)</p>", if: !began)\(again)
      """
  }

  private func tap(_ round: PhotoRound, _ landmark: Landmark.ID, _ missing: [Landmark.ID]) -> HTML {
    let names = missing.compactMap { visit.pack.landmark($0)?.name }
    let look: HTML = round.number == 2 ? " plain" : ""
    return """
      \("<p>\(words.notPlaced(names))</p>", if: !names.isEmpty)
      <p><a class="button\(look)" href="\(visit.address(LandmarkTap(round: round, landmark: landmark)))">\
      \(words.tapLandmarks(isAgain: round.number == 2))</a></p>
      """
  }

  private func table(_ results: PhotoResults) -> HTML {
    """
    <h2>\(words.measured)</h2>
    \("<p>\(words.notLevelled)</p>", if: results.photo.roll == nil)\
    \("<p>\(words.noScale)</p>", if: results.photo.pixelsPerMillimetre == nil)
    \(results.repeatability.map { "<p>\(words.ownRepeatability($0))</p>" as HTML })
    <ol class="measures">\(results.entries.map(entry))</ol>
    """
  }

  private func entry(_ entry: PhotoResults.Entry) -> HTML {
    """
    <li><b>\(entry.name): \(entry.value)</b>
    <p class="why">\(words.usualRange(entry.usual))</p>
    <p class="why">\(entry.last.map { words.lastValue($0, change: entry.change) } ?? words.noLastValue)</p>
    <details><summary>\(words.howMeasured)</summary><p>\(entry.formula.name). \(entry.formula.expression)</p>\
    <p>\(entry.formula.note)</p></details></li>

    """
  }
}

/// What a tapped photo measures, each beside what the last evaluation says.
struct PhotoResults {
  struct Entry {
    let name: String
    let value: String
    let landmarks: [Landmark.ID]
    let formula: Formula
    let usual: String
    /// The value of the last evaluation.
    let last: String?
    /// Whether the difference is more than measuring the same body twice may show.
    let change: String
  }

  let entries: [Entry]
  let photo: Photo
  let repeatability: TappingRepeatability?

  init(_ tapped: TappedPhoto, beside basis: PhotoBasis, pack: ContentPack) {
    photo = tapped.photo
    repeatability = pack.repeatability(of: tapped)
    let measured = pack.measurements(from: tapped)
    var now = Evaluation()
    now.record(measured)
    let changes = pack.compare(basis.last ?? Evaluation(), now, isFemale: basis.isFemale)
    entries = measured.compactMap { measurement in
      guard let definition = pack.finding(measurement.finding), let formula = pack.formula(measurement.method.formula)
      else { return nil }
      let change = changes.first { $0.finding == measurement.finding && $0.side == measurement.side }
      let sides: [BodyRegion.Side] = measurement.side.map { [$0] } ?? [.left, .right]
      return Entry(
        name: [definition.plainName.capitalisedFirst, measurement.side.map(answerWords.side)].compactMap { $0 }
          .joined(separator: ", "),
        value: FindingValue.number(measurement.value.rounded(toPlaces: 1)).words(of: definition),
        landmarks: definition.landmarks(on: sides), formula: formula, usual: definition.reference,
        last: change?.before?.words(of: definition), change: change?.words ?? "")
    }
  }
}
