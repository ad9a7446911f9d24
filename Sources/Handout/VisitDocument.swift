import Clinical
import Typesetting

/// A visit to print, independent of how records are kept.
package struct VisitSource: Sendable {
  /// Words that were added after the visit was signed.
  package struct Amendment: Sendable {
    package var words: String
    package var author: String
    package var day: CalendarDate

    package init(words: String, author: String, day: CalendarDate) {
      self.words = words
      self.author = author
      self.day = day
    }
  }

  package var practiceName: String
  package var clientName: String
  package var birthDate: CalendarDate?
  package var therapistName: String
  package var visit: VisitDraft
  /// Who signed it and when; nil while it is a draft.
  package var signed: (by: String, on: CalendarDate)?
  package var amendments: [Amendment]

  package init(
    practiceName: String, clientName: String, birthDate: CalendarDate?, therapistName: String, visit: VisitDraft,
    signed: (by: String, on: CalendarDate)?, amendments: [Amendment]
  ) {
    self.practiceName = practiceName
    self.clientName = clientName
    self.birthDate = birthDate
    self.therapistName = therapistName
    self.visit = visit
    self.signed = signed
    self.amendments = amendments
  }
}

extension Handout {
  /// Makes a visit for the file: who, when and how long, each part under its heading, and below it what was added later.
  package init(_ source: VisitSource) {
    let words = standardWords
    let facts: [(String, String?)] = [
      (words.clientLabel, source.clientName), (words.bornLabel, source.birthDate.map(words.day)),
      (words.visitDate, words.day(source.visit.heldOn)), (words.visitLength, source.visit.minutes.map(words.minutes)),
      (words.therapistLabel, source.therapistName),
      (words.signedLabel, source.signed.map { words.signed(by: $0.by, on: $0.on) } ?? words.notSigned),
    ]
    var blocks: [Block] = [
      .letterhead(name: source.practiceName, contact: nil),
      .title(words.visit, subtitle: source.clientName, address: nil),
      .facts(facts.compactMap { label, value in value.map { Fact(label: label, value: $0) } }),
    ]
    for part in VisitNote.Part.allCases {
      guard let text = source.visit.note[part] else { continue }
      blocks += [.heading(words.visitPart(part))] + Self.paragraphs(of: text)
    }
    if !source.amendments.isEmpty { blocks.append(.heading(words.addedAfterSigning)) }
    for amendment in source.amendments {
      blocks.append(.note(words.added(by: amendment.author, on: amendment.day)))
      blocks += Self.paragraphs(of: amendment.words)
    }
    self.init(
      metadata: Metadata(
        title: words.visitTitle(client: source.clientName).canonical,
        author: "\(source.therapistName), \(source.practiceName)".canonical, subject: words.visit,
        keywords: words.visitKeywords, language: words.language, date: source.visit.heldOn.iso),
      blocks: blocks.map(\.canonical),
      running: Self.running(
        source.practiceName, words.visitRunning(client: source.clientName), words.day(source.visit.heldOn)))
  }

  private static func paragraphs(of text: String) -> [Block] {
    text.split(whereSeparator: \.isNewline).filter { !$0.isBlank }.map { .paragraph(String($0)) }
  }
}
