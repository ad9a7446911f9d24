import Clinical

/// The path through the form: the pages of the content pack, each split into screens that load at once on a phone. What
/// goes deeper is asked after the form was sent, and only if the answer changes something.
struct FormPath: Sendable {
  /// Questions for the day of filling in and signing, which is the day of sending; nobody is asked for it.
  static let datedOnSending: Set<Question.ID> = ["visit.date", "consent.signed_on"]

  let pack: ContentPack
  let screens: [Screen]
  /// The stages that everyone goes through, in order.
  let stages: [FormStage]
  let fieldNames: FieldNames
  /// The indices of the questions that are dated on sending.
  let datedOnSending: [Int]
  let consentTextHash: String
  /// Whether the pages are worded for whoever fills in the form for somebody else.
  let isAboutAnother: Bool

  /// - Parameter hidden: the optional questions that the practice does not ask.
  init(pack: ContentPack, hidden: Set<Question.ID>) {
    self.pack = pack
    fieldNames = FieldNames(pack)
    datedOnSending = pack.questions.indices.filter { Self.datedOnSending.contains(pack.questions[$0].id) }
    consentTextHash = pack.consentTextHash
    isAboutAnother = false
    let idle = pack.questionsForTheRecordOnly
    screens = pack.pages.flatMap { page -> [Screen] in
      guard let stage = pack.stage(page.stage) else { return [] }
      let asked = page.questions.filter { !Self.datedOnSending.contains($0) }
        .filter { !hidden.contains($0) || !pack.mayBeHidden($0) }
        .filter { !stage.isDeeper || !idle.contains($0) }
        .compactMap(pack.question)
      return Self.contents(of: asked).enumerated().map { place, content in
        Screen(
          id: place == 0 ? "\(page.number)" : "\(page.number).\(place + 1)", page: page, stage: stage, content: content)
      }
    }
    stages = pack.stages.filter { !$0.isDeeper }
  }

  /// Makes a path anew in the words of `pack`, which is this path's content about another person.
  init(_ path: FormPath, about pack: ContentPack) {
    self.pack = pack
    fieldNames = path.fieldNames
    datedOnSending = path.datedOnSending
    consentTextHash = path.consentTextHash
    isAboutAnother = true
    screens = path.screens.map { $0.reworded(as: pack) }
    stages = pack.stages.filter { !$0.isDeeper }
  }

  func screen(_ id: String) -> Screen? { screens.first { $0.id == id } }

  /// The screen that asks a question.
  func screen(asking question: Question.ID) -> Screen? {
    screens.first { $0.questions.contains { $0.id == question } }
  }

  /// The next screen in order that has something to ask; nil after the last of the form, or of a deeper stage.
  func screen(after id: String, for sheet: AnswerSheet) -> Screen? {
    guard let place = screens.firstIndex(where: { $0.id == id }) else { return nil }
    return screens[(place + 1)...].first { $0.isOnTheWay(for: sheet) && $0.belongs(with: screens[place]) }
  }

  /// The previous screen in order that has something to ask; nil before the first.
  func screen(before id: String, for sheet: AnswerSheet) -> Screen? {
    guard let place = screens.firstIndex(where: { $0.id == id }) else { return nil }
    return screens[..<place].last { $0.isOnTheWay(for: sheet) && $0.belongs(with: screens[place]) }
  }

  /// The last screen of the form that has something to ask.
  func lastScreen(for sheet: AnswerSheet) -> Screen? {
    screens.last { !$0.stage.isDeeper && $0.isOnTheWay(for: sheet) }
  }
}

// MARK: - Splitting pages into screens

extension FormPath {
  /// The most markup of a screen in bytes. Compressed, with stylesheet and headers, it fits into the first flight of
  /// packets (14 KB).
  private static let screenLength = 24_000

  /// The screens of a page. Each body chart has a screen of its own: required charts come first, the others are detours.
  private static func contents(of questions: [Question]) -> [Screen.Content] {
    let charts = questions.filter { $0.kind == .regionMap }
    let others = questions.filter { $0.kind != .regionMap }
    return charts.filter(\.required).map(Screen.Content.chart) + chunks(others).map(Screen.Content.questions)
      + charts.filter { !$0.required }.map(Screen.Content.chart)
  }

  /// Keeps sections together where they fit, and splits those that do not.
  private static func chunks(_ questions: [Question]) -> [[Question]] {
    var chunks: [[Question]] = []
    var length = 0
    for section in questions.chunked(by: \.section) {
      let whole = section.reduce(0) { $0 + $1.markupLength }
      if length + whole <= screenLength, let last = chunks.indices.last {
        chunks[last] += section
        length += whole
        continue
      }
      let share = whole / ((whole + screenLength - 1) / screenLength)
      chunks.append([])
      length = 0
      for question in section {
        if length > 0, length + question.markupLength / 2 > share {
          chunks.append([])
          length = 0
        }
        chunks[chunks.count - 1].append(question)
        length += question.markupLength
      }
    }
    return chunks
  }
}

extension Question {
  /// The approximate length of the question's markup in bytes.
  fileprivate var markupLength: Int {
    let label = 150 + text.utf8.count + (hint?.utf8.count ?? 0)
    let choice = 56 + id.rawValue.utf8.count
    return switch kind {
    case .single, .multi: choices.reduce(label) { $0 + choice + $1.label.utf8.count + $1.id.rawValue.utf8.count }
    case .int where isNumericRating: label + 11 * (choice + 3)
    case .table: label + 600
    case .consent: label + 150
    default: label + 80
    }
  }
}

extension Array {
  /// Runs of neighbours with the same key.
  func chunked<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, key(last) == key(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
