import ArgumentParser
import Care
import Clinical
import JSON
import Records

struct EvaluationConfirm: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Take over what was measured on the photos, into the draft.",
    discussion: """
      Shows each measure beside the last one, and asks. The draft then has the measures with their method and the places \
      of the landmarks, and the photos are gone, but for those that the link keeps. It is signed as any other.
      """)

  @Argument(help: .evaluation, completion: .clients)
  var evaluation: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let record = try await desk.findEvaluation(evaluation, console)
    let photos = try await Evaluations(at: desk).tapped(record)
    let count = photos.measurements.count.counted("measure")
    if console.mayAsk, !console.isForPrograms { try await show(photos, record, desk, console) }
    for warning in photos.warnings { console.warn(warning) }
    try console.confirm("Take \(count) over into evaluation \(record.shortID) of \(record.clientName)?")
    let (edited, kept) = try await Evaluations(at: desk).take(photos, into: record, dryRun: console.dryRun)
    guard !console.dryRun else { return try console.wouldDo("take \(count) over into evaluation \(record.shortID)") }
    let fate =
      kept.values.first.map { "\(kept.count.counted("photo")) kept until \($0)" } ?? "the photos are gone"
    try console.say(
      edited.json, "Evaluation \(edited.shortID) of \(edited.clientName): \(count) taken over; \(fate).")
    console.next("plumbline evaluation sign \(edited.shortID)", "once it is right")
  }

  private func show(
    _ photos: PhotoFindings, _ record: EvaluationRecord, _ desk: Desk, _ console: Console
  ) async throws {
    let pack = photos.findings.pack
    let changes = try await Evaluations(at: desk).changes(by: photos, in: record)
    var report = Report()
    report.table(
      Table(
        columns: [
          .init(heading: "Finding"), .init(heading: "Value"), .init(heading: "Last"), .init(heading: "Change"),
        ],
        rows: photos.measurements.map { measurement in
          let definition = pack.finding(measurement.finding)
          let change = changes.first { $0.finding == measurement.finding && $0.side == measurement.side }
          func words(_ value: FindingValue?) -> String { definition.flatMap { value?.words(of: $0) } ?? "" }
          let name = [definition?.plainName, measurement.side?.rawValue].compactMap { $0 }.joined(separator: ", ")
          return [
            StyledText(name), StyledText(words(change?.after)), StyledText(words(change?.before)),
            StyledText(change?.before == nil ? "" : change?.words ?? ""),
          ]
        }))
    console.notes.tell(report.text(width: console.notes.width, colour: console.notes.colour).utf8)
    for photo in photos.photos {
      guard let own = pack.repeatability(of: photo) else { continue }
      let name = pack.views.first { $0.id == photo.view }?.plainName ?? photo.view.rawValue
      console.note("\(name.capitalisedFirst): your own taps repeat within \(own.words).")
    }
  }
}

extension TappingRepeatability {
  /// The difference that two placings may show: `1.2 deg and 3 mm`.
  fileprivate var words: String {
    [(false, "deg"), (true, "mm")].compactMap { inMillimetres, unit in
      detectableChange(inMillimetres: inMillimetres).map { "\($0.rounded(toPlaces: 1).inFigures) \(unit)" }
    }.joined(separator: " and ")
  }
}
