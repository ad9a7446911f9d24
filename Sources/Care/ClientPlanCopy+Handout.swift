import Clinical
import Foundation
import Handout
import Records
import Sealing
import Typesetting

extension ClientPlanCopy {
  /// Makes what the client's page shows of a document.
  ///
  /// - Parameter pdf: the document on A4, as bytes.
  init(
    _ handout: Handout, practice: String, issuedOn: CalendarDate, nextVisit: CalendarDate?, pdf: [UInt8],
    checkIn: CheckInBasis
  ) {
    self.init(
      title: handout.metadata.title, practice: practice, issuedOn: issuedOn,
      blocks: handout.blocks[..<handout.calendarStart].flatMap(Block.blocks), text: handout.text(),
      pdf: Data(pdf).base64EncodedString(), checkIn: checkIn,
      days: PlanDays(
        doing: handout.daysToDo.compactMap { issuedOn.adding(days: $0) }, nextVisit: nextVisit))
  }
}

extension ClientPlanCopy {
  /// Seals this for whoever holds a link.
  func sealed(under link: LinkToken) throws -> SealedPlanCopy {
    SealedPlanCopy(
      copy: try link.seal(self, for: .plan), checkInBasis: try link.seal(checkIn, for: .checkInBasis))
  }
}

extension ClientPlanCopy.Block {
  /// Returns what the page shows of a block. The letterhead and the title are the page's own.
  fileprivate static func blocks(_ block: Handout.Block) -> [Self] {
    switch block {
    case .letterhead, .title, .calendar, .questions, .series, .posture: []
    case .facts(let facts): [.facts(facts.filter { $0.address == nil }.map(ClientPlanCopy.Fact.init))]
    case .lead(let text), .paragraph(let text), .note(let text): [.paragraph(text)]
    case .heading(let text): [.heading(level: 2, text)]
    case .regions(let marks): [.facts(marks.map { .init(label: $0.label, value: $0.detail) })]
    case .findings(let findings):
      findings.flatMap { [.heading(level: 3, $0.title), .facts($0.remarks.map(ClientPlanCopy.Fact.init))] }
    case .remarks(let remarks): [.bullets(remarks.map { "\($0.label) \($0.value)" })]
    case .callout(let title, let lines, .help): [.help(title: title, lines: lines)]
    case .callout(let title, let lines, .warning): [.warning(title: title, lines: lines)]
    case .callout(let title, let lines, .calm): [.callout(title: title, lines: lines)]
    case .item(let item): [.thing(ClientPlanCopy.Thing(item))]
    }
  }
}

extension ClientPlanCopy.Fact {
  fileprivate init(_ fact: Handout.Fact) { self.init(label: fact.label, value: fact.value) }
}

extension ClientPlanCopy.Thing {
  fileprivate init(_ item: Handout.Item) {
    self.init(
      number: item.number, title: item.title, dose: item.dose, remarks: item.remarks.map(ClientPlanCopy.Fact.init),
      picture: item.drawing?.picture,
      photo: item.photo.map { .init(jpeg: $0.jpeg.base64EncodedString(), alternative: $0.alternative) },
      steps: item.steps, afterwards: item.afterwards.map(ClientPlanCopy.Fact.init),
      isLater: item.isBrief)
  }
}

extension ClientPlanCopy.CheckInBasis {
  /// Makes what a check-in asks about: the things to do at home, not whom to see and what to know.
  init(of items: [HomeCareItem.ID], answers: Answers, _ pack: ContentPack) {
    let doing = items.compactMap(pack.item).filter(\.isThingToDo)
    let activities = pack.checkIn.entries.compactMap { entry -> (String, String)? in
      guard let question = entry.activity, case .text(let words)? = answers[question] else { return nil }
      return (question.rawValue, words)
    }
    self.init(
      items: doing.map { Item(id: $0.id, title: $0.title) }, activities: Dictionary(activities) { _, last in last })
  }
}
