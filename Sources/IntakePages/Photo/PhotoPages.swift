import Clinical
import HTTPServer
import Records

/// The overview: which views are there, and what comes next.
struct PhotoOverviewPage {
  let visit: PhotoVisit

  var page: HTMLPage { HTMLPage(title: words.photoTitle, letterhead: visit.letterhead, content: content) }

  private var words: any PageWords { visit.words }
  private var isDone: Bool {
    visit.opened.views.allSatisfy { visit.opened.picture(of: $0) != nil && visit.missing(PhotoRound($0)).isEmpty }
  }

  private var content: HTML {
    """
    <h1>\(words.photoTitle)</h1>
    <p class="step">\(words.photoTimeLeft(minutes: (visit.secondsLeft + 59) / 60))</p>
    \(isDone ? done : intro)
    <ol class="views">\(visit.opened.views.map(entry))</ol>
    """
  }

  private var intro: HTML {
    "<ul>\(words.photoPreparation(keepUntil: visit.opened.keepUntil).map { "<li>\($0)</li>" as HTML })</ul>"
  }

  private var done: HTML {
    """
    <div class="note"><p>\(words.photosDone)</p>
    <p><code>plumbline evaluation confirm \(visit.opened.evaluation)</code></p></div>
    """
  }

  private func entry(_ view: EvaluationView.ID) -> HTML {
    let count = PhotoTaps.landmarks(of: view).count
    let placed = visit.opened.picture(of: view).map { _ in count - visit.missing(PhotoRound(view)).count }
    return """
      <li><a class="tap" href="\(visit.address(view))">\(visit.viewName(view))</a> \
      <small>\(words.photoProgress(placed: placed, of: count))</small></li>
      """
  }
}

/// The page on which the photo of a view is taken.
struct TakePhotoPage {
  let visit: PhotoVisit
  let view: EvaluationView.ID
  /// Why the picture that was sent is not taken.
  var problem: String?

  var page: HTMLPage {
    HTMLPage(
      status: problem == nil ? 200 : 422, title: words.title(visit.viewName(view), isError: problem != nil),
      letterhead: visit.letterhead, content: content)
  }

  private var words: any PageWords { visit.words }

  private var content: HTML {
    """
    <h1>\(visit.viewName(view))</h1>
    \(problem.map { "<div class=\"summary\" role=\"alert\"><p>\($0)</p></div>" as HTML })
    <ul>\(words.photoAdvice(view: view, scaleLength: visit.opened.scaleLength).map { "<li>\($0)</li>" as HTML })</ul>
    \(Self.form(visit, view, words.takePhoto))
    <p><a class="tap" href="\(visit.overview)">\(words.back)</a></p>
    """
  }

  static func form(_ visit: PhotoVisit, _ view: EvaluationView.ID, _ label: String) -> HTML {
    """
    <form method="post" action="\(visit.address(view))/picture" enctype="multipart/form-data">
    <div class="field"><label for="photo">\(label)</label>
    <input id="photo" type="file" name="photo" accept="image/jpeg,image/png" capture="environment" required></div>
    <div class="go"><button>\(visit.words.sendPhoto)</button></div>
    </form>
    """
  }
}
