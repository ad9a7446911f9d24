import Clinical
import Foundation
import Handout
import PlanSamples
import Testing

@Suite struct PlanTests {
  @Test(arguments: 0..<3)
  func everyItemIsThereWithItsStepsAndStopSigns(index: Int) throws {
    let pack = try SamplePlans.pack.get()
    let plan = try SamplePlans.ofCase(index)
    let text = Handout(plan, content: pack).text(width: 0)
    for item in plan.items.compactMap({ pack.item($0.item) }) {
      for line in [item.title] + item.steps + item.stopIf { #expect(text.contains(line), "\(item.id)") }
    }
  }

  @Test func everyAmountOfEveryDoseIsPrinted() throws {
    let pack = try SamplePlans.pack.get()
    var plan = try SamplePlans.ofCase(0)
    for item in pack.items {
      plan.items = [.init(item: item.id, sources: [], effect: nil, reasons: [])]
      let printed = Handout(plan, content: pack).blocks.compactMap { block -> Handout.Item? in
        if case .item(let item) = block { item } else { nil }
      }
      guard item.isThingToDo else { continue }
      let words = try #require(printed.first).dose.lowercased()
      for (name, amount) in item.dose.amounts {
        let figure = amount == amount.rounded() ? String(Int(amount)) : String(amount)
        let isSaid = words.contains(figure) || ["once", "twice", "hour", "every day"].contains { words.contains($0) }
        #expect(isSaid, "\(item.id) \(name): \(words)")
      }
      if let note = item.dose.note { #expect(words.contains(note.lowercased()), "\(item.id)") }
    }
  }

  @Test func aDoseIsASentence() throws {
    let pack = try SamplePlans.pack.get()
    var plan = try SamplePlans.ofCase(0)
    plan.items = [.init(item: "hc.glute_bridge", sources: [], effect: nil, reasons: [])]
    #expect(
      Handout(plan, content: pack).text(width: 0).contains(
        "2 sets of 10, hold each for 5 seconds, once a day, 4 days a week, for 8 weeks."))
  }

  @Test(arguments: 0..<2)
  func theCountAtTheTopAgreesWithTheNumbers(index: Int) throws {
    let handout = Handout(try SamplePlans.ofCase(index), content: try SamplePlans.pack.get())
    let lead = handout.blocks.compactMap { if case .lead(let text) = $0 { text } else { nil } }.first ?? ""
    let words = ["One", "Two", "Three", "Four"]
    let counted = try #require(words.firstIndex(of: String(lead.prefix { $0 != " " }))) + 1
    let items = handout.blocks.compactMap { if case .item(let item) = $0 { item } else { nil } }
    #expect(items.filter { !$0.isBrief }.map(\.number) == Array(1...counted))
    #expect(items.map(\.number) == Array(1...items.count))
  }

  @Test(arguments: [
    ("hc.doorway_chest", "short chest muscles"), ("hc.chin_tuck", "forward head measured"),
  ])
  func theReasonThatSpeaksForAnItemComesFirst(item: HomeCareItem.ID, reason: String) throws {
    let plan = try SamplePlans.ofCase(0)
    let pack = try SamplePlans.pack.get()
    let items = Handout(plan, content: pack).blocks.compactMap { if case .item(let item) = $0 { item } else { nil } }
    let why = try #require(items.first { $0.title == pack.item(item)?.title }?.remarks.first?.value)
    #expect(why.prefix { $0 != "." }.contains(": \(reason)"), "\(why)")
  }

  @Test func thereIsAlwaysAFirstStepWithTheStopSignsBeforeIt() throws {
    let pack = try SamplePlans.pack.get()
    for plan in try SamplePlans.ofVignettes().map(\.plan) where plan.assessment.plan.phasedItems.count > 1 {
      var plan = plan
      plan.items.removeAll { $0.phase == 1 && pack.item($0.item)?.isThingToDo == true }
      let text = Handout(plan, content: pack).text(width: 0)
      let start = try #require(text.range(of: "What to do now"))
      #expect(!text.contains("Step 1") && text[start.upperBound...].contains(": "))
      let signs = plan.items.compactMap { pack.item($0.item) }.flatMap(\.stopIf)
      for sign in signs { #expect(text.contains(sign)) }
    }
  }

  @Test func theTherapistsNoteIsPrintedWithEveryKindOfItem() throws {
    let pack = try SamplePlans.pack.get()
    var plan = try SamplePlans.ofCase(0)
    plan.items = pack.items.map { .init(item: $0.id, sources: [], effect: nil, reasons: [], note: "Note on \($0.id)") }
    let text = Handout(plan, content: pack).text(width: 0)
    for item in pack.items { #expect(text.contains("Note on \(item.id)")) }
  }

  @Test func anEmergencyComesFirst() throws {
    let text = Handout(try SamplePlans.ofCase(2), content: try SamplePlans.pack.get()).text()
    let help = try #require(text.range(of: "Please get medical help now"))
    let item = try #require(text.range(of: "Emergency care now"))
    #expect(help.lowerBound < item.lowerBound)
    #expect(!text.contains("Tick off each day"))
  }

  @Test func saysWhatToAvoidAndWhy() throws {
    let text = Handout(try SamplePlans.ofCase(0), content: try SamplePlans.pack.get()).text(width: 0)
    #expect(text.contains("• Wintergreen rub: It can make blood thinners stronger and cause bleeding."))
    #expect(text.contains("Ask first, and why"))
    let bleeding = "• Turmeric or curcumin; Devil's claw; Enzyme tablets (bromelain and others): May add to bleeding."
    #expect(text.contains(bleeding), "a reason is said once for all that it keeps the client from")
  }

  @Test func aReasonToSeeSomebodyIsSaidInFullOnce() throws {
    let husband = try #require(try SamplePlans.ofVignettes().first { $0.name == "v32_husband" }).plan
    let text = Handout(husband, content: try SamplePlans.pack.get()).text(width: 0)
    #expect(text.contains("See a physiotherapist"))
    #expect(text.components(separatedBy: "means a nerve is irritated somewhere").count == 2)
    #expect(text.contains("Why: For the same reason."))
  }

  @Test func boxesFitTheDose() throws {
    let calendars = Handout(try SamplePlans.ofCase(0), content: try SamplePlans.pack.get()).blocks.compactMap { block in
      if case .calendar(let calendar) = block { calendar } else { nil }
    }
    let calendar = try #require(calendars.first)
    #expect(calendars.count == 1 && calendar.title == "Weeks 1 to 3, 17 November to 7 December")
    #expect(calendar.days.prefix(7) == ["Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21", "Sun 22", "Mon 23"])
    let week: [Handout.Calendar.Day] = Array(repeating: .box, count: 6) + [.rest]
    #expect(calendar.rows.first { $0.title == "Chin tuck" }?.days == week + week + week)
    #expect(calendar.rows.first { $0.number == nil }?.days == Array(repeating: .number, count: 21))
    let step = try #require(calendar.rows.firstIndex { $0.title.hasPrefix("Step 2") })
    let later = calendar.rows[step + 1].days
    #expect(later.prefix(7).allSatisfy { $0 == .rest } && later.dropFirst(7).contains(.box))
  }

  @Test func ticksOffAsLongAsThePlanLastsAndSaysWhenItLastsLonger() throws {
    var plan = try SamplePlans.ofCase(0)
    plan.nextVisit = nil
    plan.issuedOn = try SamplePlans.day("2026-11-21")
    let text = Handout(plan, content: try SamplePlans.pack.get()).text(width: 0)
    #expect(text.contains("Weeks 1 to 3, 22 November to 12 December"))
    #expect(text.contains("Your plan goes on after week 3"))
    plan.nextVisit = plan.issuedOn
    let short = Handout(plan, content: try SamplePlans.pack.get()).text(width: 0)
    #expect(short.contains("Week 1, 22 to 28 November") && !short.contains("goes on after"))
  }

  @Test func isStoredAndReadBackUnchanged() throws {
    let handout = Handout(try SamplePlans.ofCase(1), content: try SamplePlans.pack.get())
    let stored = try JSONEncoder().encode(handout)
    #expect(try JSONDecoder().decode(Handout.self, from: stored) == handout)
  }

  @Test func noLineOfTheTextIsWiderThanAsked() throws {
    let handout = Handout(try SamplePlans.ofCase(0), content: try SamplePlans.pack.get())
    for width in [40, 72] {
      for line in handout.text(width: width).split(separator: "\n") where !line.contains("/") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test func plainLettersOnlyForTextMessages() throws {
    let text = Handout(try SamplePlans.ofCase(0, name: "Zoë Łukasz 🙂"), content: try SamplePlans.pack.get()).text(
      ascii: true)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("Zoe Lukasz"))
  }
}
