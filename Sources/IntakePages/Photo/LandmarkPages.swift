import Clinical
import HTTPServer
import Records

/// The whole picture, to be tapped where the landmark is.
struct LandmarkPage {
  let visit: PhotoVisit
  let picture: Door.OpenedPhotos.Picture
  let tap: LandmarkTap

  var page: HTMLPage {
    HTMLPage(title: name, letterhead: visit.letterhead, content: content, headers: visit.policy(for: picture))
  }

  private var words: any PageWords { visit.words }
  private var name: String { visit.pack.landmark(tap.landmark)?.name.capitalisedFirst ?? tap.landmark.rawValue }

  private var content: HTML {
    let middle = PicturePlace(x: picture.width / 2, y: picture.height / 2, in: picture)
    return """
      \(LandmarkHead(visit: visit, tap: tap, name: name).html)
      <p>\(words.tapOnPicture)</p>
      <form method="post">
      \(PhotoScale.widths.map { image($0.field, $0.width) })
      <div class="go"><button name="action" value="skip" class="plain">\(words.skipLandmark)</button>
      <a class="tap" href="\(visit.address(tap, at: placed ?? middle))">\(words.useArrows)</a></div>
      </form>
      \(LandmarkHead.back(visit, tap))
      """
  }

  private var placed: PicturePlace? {
    visit.points(tap.round)[tap.landmark].map { PicturePlace(x: Int($0.x), y: Int($0.y), in: picture) }
  }

  private func image(_ field: String, _ width: Int) -> HTML {
    let height = PhotoScale.height(picture, width: width)
    var marks = PhotoMarks(picture, width: width, height: height)
    marks.draw(visit.points(tap.round), of: tap.round.view)
    return """
      <div class="photo \(field)"><input type="image" name="\(field)" src="\(visit.pictureAddress(picture))" \
      width="\(width)" height="\(height)" alt="\(words.tapHere(name))">\(marks.html)</div>

      """
  }
}

/// A part of the picture, enlarged, to be tapped where exactly the landmark is.
struct EnlargedLandmarkPage {
  let visit: PhotoVisit
  let picture: Door.OpenedPhotos.Picture
  let tap: LandmarkTap
  /// The middle of the part, where the cross is.
  let place: PicturePlace

  var page: HTMLPage {
    var letterhead = visit.letterhead
    letterhead.extraStylesheet = WindowStylesheet(x: zoom.length(place.x), y: zoom.length(place.y)).address
    return HTMLPage(title: name, letterhead: letterhead, content: content, headers: visit.policy(for: picture))
  }

  private var words: any PageWords { visit.words }
  private var name: String { visit.pack.landmark(tap.landmark)?.name.capitalisedFirst ?? tap.landmark.rawValue }
  private var zoom: PhotoScale.Zoom { PhotoScale.zoom(picture) }

  private var content: HTML {
    let (width, height) = (zoom.length(picture.width), zoom.length(picture.height))
    var marks = PhotoMarks(picture, width: width, height: height)
    marks.draw(visit.points(tap.round).filter { $0.key != tap.landmark }, of: tap.round.view)
    marks.ring(place.centre, isCurrent: true)
    return """
      \(LandmarkHead(visit: visit, tap: tap, name: name).html)
      <p>\(words.tapExactly)</p>
      <form method="post">
      <div class="window"><input type="image" name="exact" src="\(visit.pictureAddress(picture))" width="\(width)" \
      height="\(height)" alt="\(words.tapHere(name))">\(marks.html)</div>
      <nav class="arrows" aria-label="\(words.moveRing)">\(arrows)</nav>
      <div class="go"><button name="action" value="here">\(words.placeHere)</button>
      <a class="tap" href="\(visit.address(tap))">\(words.tapWholeAgain)</a></div>
      </form>
      \(LandmarkHead.back(visit, tap))
      """
  }

  private var arrows: [HTML] {
    let (fine, coarse) = zoom.steps
    let directions: [(sign: String, x: Int, y: Int, name: String)] = [
      ("←", -1, 0, words.left), ("→", 1, 0, words.right), ("↑", 0, -1, words.up), ("↓", 0, 1, words.down),
    ]
    return directions.flatMap { direction in
      [(direction.sign, fine), (direction.sign + direction.sign, coarse)].map { sign, step -> HTML in
        let moved = PicturePlace(
          x: place.x + direction.x * step, y: place.y + direction.y * step, in: picture)
        return """
          <a class="button plain" href="\(visit.address(tap, at: moved))" aria-label="\(words.moved(direction.name, by: step))">\
          \(sign)</a>

          """
      }
    }
  }
}

/// What both pages of a landmark begin and end with.
private struct LandmarkHead {
  let visit: PhotoVisit
  let tap: LandmarkTap
  let name: String

  var html: HTML {
    """
    <div class="bar"><div><p class="step">\(visit.viewName(tap.round.view)): \(tap.index + 1) / \(tap.order.count)</p>
    <h1>\(name)</h1></div>\(LandmarkFigure(view: tap.round.view, landmark: tap.landmark).html)</div>
    """
  }

  static func back(_ visit: PhotoVisit, _ tap: LandmarkTap) -> HTML {
    let address = tap.previous.map { visit.address($0) } ?? visit.address(tap.round.view)
    return """
      <p><a class="tap" href="\(address)">\(visit.words.back)</a> \
      <a class="tap" href="\(visit.address(tap.round.view))">\(visit.words.wholeView)</a></p>
      """
  }
}
