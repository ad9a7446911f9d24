import Clinical

/// The path through the form: the pages of the content pack as steps, each split into screens that are short on a phone.
struct FormPath: Sendable {
  /// Questions for the day of filling in and signing, which is the day of sending; nobody is asked for it.
  static let datedOnSending: Set<Question.ID> = ["visit.date", "consent.signed_on"]

  let pack: ContentPack
  let screens: [Screen]
  let fieldNames: FieldNames
  /// The indices of the questions that are dated on sending.
  let datedOnSending: [Int]
  let consentTextHash: String

  /// - Parameter hidden: the optional questions that the practice does not ask.
  init(pack: ContentPack, hidden: Set<Question.ID>) {
    self.pack = pack
    fieldNames = FieldNames(pack)
    datedOnSending = pack.questions.indices.filter { Self.datedOnSending.contains(pack.questions[$0].id) }
    consentTextHash = pack.consentTextHash
    screens = pack.pages.flatMap { page in
      let asked = page.questions.filter { !Self.datedOnSending.contains($0) }
        .filter { !hidden.contains($0) || !pack.mayBeHidden($0) }
        .compactMap(pack.question)
      return Self.contents(of: asked).enumerated().map { place, content in
        Screen(id: place == 0 ? "\(page.number)" : "\(page.number).\(place + 1)", page: page, content: content)
      }
    }
  }

  var steps: Int { pack.pages.count }

  func screen(_ id: String) -> Screen? { screens.first { $0.id == id } }

  /// The screen that asks a question.
  func screen(asking question: Question.ID) -> Screen? {
    screens.first { $0.questions.contains { $0.id == question } }
  }

  /// The next screen in order that has something to ask; nil after the last.
  func screen(after id: String, for sheet: AnswerSheet) -> Screen? {
    guard let place = screens.firstIndex(where: { $0.id == id }) else { return nil }
    return screens[(place + 1)...].first { $0.isOnTheWay(for: sheet) }
  }

  /// The previous screen in order that has something to ask; nil before the first.
  func screen(before id: String, for sheet: AnswerSheet) -> Screen? {
    guard let place = screens.firstIndex(where: { $0.id == id }) else { return nil }
    return screens[..<place].last { $0.isOnTheWay(for: sheet) }
  }
}

// MARK: - Splitting pages into screens

extension FormPath {
  /// The maximum length of a screen in bytes of markup. With stylesheet and headers a page then fits into the first flight
  /// of packets (14 KB).
  private static let screenLength = 6600

  /// The screens of a page. Each body chart has a screen of its own: required charts come first, the others are detours.
  private static func contents(of questions: [Question]) -> [Screen.Content] {
    let charts = questions.filter { $0.kind == .regionMap }
    let others = questions.filter { $0.kind != .regionMap }
    var contents: [Screen.Content] = []
    for chart in charts where chart.required {
      contents.append(.chart(chart))
      if chart.asksSymptoms { contents.append(.chartDetails(chart)) }
    }
    contents += chunks(others).map(Screen.Content.questions)
    contents += charts.filter { !$0.required }.map(Screen.Content.chart)
    return contents
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
