import ArgumentParser
import Care
import Clinical
import JSON

struct FormCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "How hard the form is to read, and what is wrong with it.",
    discussion: """
      For every page its reading grade (Flesch-Kincaid), its number of questions and the bytes of its words; then \
      labels that are missing or alike, and questions that no answers lead to. Ends with 1 when a page reads above \
      grade \(PageReading.highestGrade.inFigures) or is too heavy, or anything else is wrong. --questions grades each \
      question too: few words make a rough grade, so these never fail.
      """)

  @OptionGroup var content: ContentFolder
  @Flag(help: "Grade each question too.")
  var questions = false
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let console = global.console()
    do {
      let pack = try content.pack()
      let readings = pack.pages.map(pack.reading)
      try show(readings, of: pack, console)
      try Self.fail(readings.flatMap(\.faults) + pack.labelFaults.map(\.sentence))
    } catch let error as ContentPackError {
      let ofForm = error.faults.filter { ["questions", "regions", "messages"].contains($0.file) }.map(\.sentence)
      let others = error.faults.count - ofForm.count
      try Self.fail(ofForm + (others > 0 ? ["outside of the form: \(others); plumbline content check names them"] : []))
    }
  }

  private func show(_ readings: [PageReading], of pack: ContentPack, _ console: Console) throws {
    var report = Report()
    for reading in readings {
      report.paragraph(
        "Page \(reading.page.number), \(reading.page.title): grade \(reading.grade.rounded(toPlaces: 1).inFigures), "
          + "\(reading.questions.count.counted("question")), \(reading.bytes) bytes of words",
        marker: reading.sign)
      guard questions else { continue }
      for question in reading.questions {
        report.paragraph("\(question.id)  grade \(question.grade.rounded(toPlaces: 1).inFigures)", .dim, indent: 2)
      }
    }
    try console.show(["version": .string(pack.version), "pages": .array(readings.map(\.json))], report)
  }

  private static func fail(_ faults: [String]) throws {
    guard !faults.isEmpty else { return }
    throw CommandError(
      .failed, "the form has \(faults.count.counted("fault")).", why: faults,
      next: ["Correct them in the pack, then: plumbline form check FOLDER"])
  }
}

extension PageReading {
  fileprivate var faults: [String] {
    var faults: [String] = []
    if grade > Self.highestGrade {
      faults.append(
        "page \(page.number): reads at grade \(grade.rounded(toPlaces: 1).inFigures), above \(Self.highestGrade.inFigures): use shorter words and sentences"
      )
    }
    if bytes > Self.mostBytes {
      faults.append(
        "page \(page.number): \(bytes) bytes of words, above \(Self.mostBytes): move questions to another page")
    }
    return faults
  }

  fileprivate var sign: StyledText {
    if !faults.isEmpty { return StyledText("✗", .red) }
    return grade > Self.goodGrade ? StyledText("!", .yellow) : StyledText("✓", .green)
  }

  fileprivate var json: JSON {
    [
      "page": .integer(page.number), "id": .string(page.id.rawValue), "title": .string(page.title),
      "grade": .decimal(grade.rounded(toPlaces: 1)), "bytes": .integer(bytes), "faults": JSON(faults),
      "questions": .array(
        questions.map { ["id": .string($0.id.rawValue), "grade": .decimal($0.grade.rounded(toPlaces: 1))] }),
    ]
  }
}
