import Clinical

/// The named parts of the form at the top of every page: those that are done have a tick.
struct StageList {
  let stages: [FormStage]
  /// The part that the page belongs to; nil on the last page, when all are done.
  let current: FormStage.ID?
  let words: any PageWords

  var html: HTML {
    let place = stages.firstIndex { $0.id == current } ?? stages.count
    let items = stages.enumerated().map { index, stage -> HTML in
      if index == place { return "<li aria-current=\"step\">\(stage.title)</li>" }
      return index < place
        ? "<li class=\"done\">\(stage.title)<span class=\"hide\"> \(words.stageDone)</span></li>"
        : "<li>\(stage.title)</li>"
    }
    return "<nav class=\"stages\" aria-label=\"\(words.stagesOfForm)\"><ol>\(items)</ol></nav>\n"
  }
}
