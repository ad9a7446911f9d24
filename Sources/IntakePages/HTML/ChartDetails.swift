import Clinical

/// The questions about each region that is marked on the chart: what is felt there, and how strongly.
struct ChartDetails {
  let question: Question
  let pack: ContentPack
  let fields: FieldValues
  let problem: Problem?
  let words: any PageWords

  var html: HTML {
    let marked = fields[question.id.rawValue]
    return "\(pack.regions.filter { marked.contains($0.id.rawValue) }.enumerated().map(region))"
  }

  private func region(_ place: Int, _ region: BodyRegion) -> HTML {
    let name = "\(question.id.rawValue).\(region.id.rawValue)"
    let isMissing = problem != nil && fields[name + ".symptoms"].isEmpty
    let symptoms = pack.symptoms.enumerated().map { index, symptom -> HTML in
      """
      <label><input type="checkbox" name="\(name).symptoms" value="\(symptom.id.rawValue)"\
      \(" id=\"\(question.id.rawValue)\"", if: place == 0 && index == 0)\
      \(" checked", if: fields.contains(name + ".symptoms", symptom.id.rawValue))>\(symptom.label.capitalisedFirst)</label>
      """
    }
    let scores = (0...10).map { score -> HTML in
      "<option\(" selected", if: fields.contains(name + ".nrs", String(score)))>\(score)</option>"
    }
    return """
      <h2>\(region.label.capitalisedFirst)</h2>
      <fieldset><legend>\(words.whatDoYouFeel)</legend>\
      \("<p class=\"error\">\(words.tickOne)</p>", if: isMissing)\(symptoms)</fieldset>
      <div class="field"><label for="\(name).nrs">\(words.howStrong) <small>\(words.optional)</small></label>\
      <select class="short" id="\(name).nrs" name="\(name).nrs"><option value="">\(words.noScore)</option>\(scores)</select></div>

      """
  }
}
