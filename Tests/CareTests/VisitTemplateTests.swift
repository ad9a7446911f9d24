import Clinical
import Testing

@testable import Care

@Suite struct VisitTemplateTests {
  private let day = CalendarDate(iso: "2026-11-29")

  @Test func whatIsWrittenIsRead() throws {
    var draft = VisitDraft(heldOn: try #require(day), minutes: 60)
    draft.note[.said] = "Slept better.\n\nStill stiff."
    draft.note[.next] = "In two weeks; = the desk"
    #expect(try VisitTemplate.read(VisitTemplate().text(title: "Visit of Ana", filled: draft)) == draft)
  }

  @Test func readsHeadingsInAnyCaseAndByTheirShortNames() throws {
    let read = try VisitTemplate.read("Date: 2026-11-29\nminutes:\n== what WAS done, and where\nneck\n== next\nrest")
    #expect(read.heldOn == day && read.minutes == nil)
    #expect(read.note[.done] == "neck" && read.note[.next] == "rest")
  }

  @Test(arguments: [
    ("date: friday\n", "“friday” is no day"), ("minutes: 60\n", "the day of the visit is missing"),
    ("date: 2026-11-29\nminutes: an hour\n", "“an hour” is not a whole number"),
    ("date: 2026-11-29\n== what she wore\n", "there is no such heading"),
    ("date: 2026-11-29\nneck\n", "it stands above the first heading"),
  ])
  func saysWhatCannotBeRead(text: String, fault: String) {
    #expect {
      try VisitTemplate.read(text)
    } throws: { error in
      guard case CareRefusal.visit(.unreadable(let faults)) = error else { return false }
      return faults.count == 1 && faults[0].contains(fault)
    }
  }
}
