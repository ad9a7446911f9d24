import Clinical
import Foundation
import Handout
import Records
import Typesetting

extension ClientPlanCopy {
  /// Makes what the client's page shows of a document.
  ///
  /// - Parameter pdf: the document on A4, as bytes.
  init(_ handout: Handout, practice: String, issuedOn: CalendarDate, pdf: [UInt8]) {
    self.init(
      title: handout.metadata.title, practice: practice, issuedOn: issuedOn,
      blocks: handout.passages.map(Block.init), text: handout.text(), pdf: Data(pdf).base64EncodedString())
  }
}

extension ClientPlanCopy.Block {
  fileprivate init(_ passage: Handout.Passage) {
    switch passage {
    case .heading(let level, let text): self = .heading(level: level, text)
    case .paragraph(let text): self = .paragraph(text)
    case .bullets(let lines), .choices(let lines): self = .bullets(lines)
    case .numbered(let lines): self = .numbered(lines)
    case .facts(let facts): self = .facts(facts.map { [$0.label, $0.value] })
    case .week(let week):
      self = .facts(
        week.rows.map { row in
          let days = zip(week.days, row.boxes).map { "\($0) \($1 == 0 ? "–" : String(repeating: "☐", count: $1))" }
          return ["\(row.number) \(row.title)", days.joined(separator: "  ")]
        })
    }
  }
}
