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
      let words = try #require(printed.first).summary + " " + printed[0].dose.map(\.value).joined(separator: " ")
      for (name, amount) in item.dose.amounts {
        let figure = amount == amount.rounded() ? String(Int(amount)) : String(amount)
        let isSaid = words.contains(figure) || ["once", "twice", "hour", "every day"].contains { words.contains($0) }
        #expect(isSaid, "\(item.id) \(name)")
      }
      if let note = item.dose.note { #expect(words.lowercased().contains(note.lowercased()), "\(item.id)") }
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
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    let counted = lead.prefix { $0 != "." }.lowercased().split(separator: " ")
      .compactMap { words.firstIndex(of: String($0)) }.reduce(0) { $0 + $1 + 1 }
    let numbers = handout.blocks.compactMap { if case .item(let item) = $0 { item.number } else { nil } }
    #expect(numbers == Array(1...counted))
  }

  @Test(arguments: [
    ("hc.doorway_chest", "short chest muscles"), ("hc.hip_flexor_stretch", "short hip flexor or front thigh"),
    ("hc.chin_tuck", "forward head measured"), ("hc.glute_bridge", "pelvis tips forward a lot"),
  ])
  func theReasonThatSpeaksForAnItemComesFirst(item: HomeCareItem.ID, reason: String) throws {
    let plan = try SamplePlans.ofCase(0)
    let pack = try SamplePlans.pack.get()
    let items = Handout(plan, content: pack).blocks.compactMap { if case .item(let item) = $0 { item } else { nil } }
    let why = try #require(items.first { $0.title == pack.item(item)?.title }?.remarks.first?.value)
    #expect(why.prefix { $0 != "." }.contains(": \(reason)"), "\(why)")
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
    #expect(text.contains("• Wintergreen rub: It can raise the INR and cause bleeding."))
    #expect(text.contains("Ask first, and why"))
  }

  @Test func boxesFitTheDose() throws {
    let weeks = Handout(try SamplePlans.ofCase(0), content: try SamplePlans.pack.get()).blocks.compactMap { block in
      if case .week(let week) = block { week } else { nil }
    }
    #expect(
      weeks.map(\.title) == ["Week 1, 17 to 23 November", "Week 2, 24 to 30 November", "Week 3, 1 to 7 December"])
    #expect(weeks.first?.days == ["Tue 17", "Wed 18", "Thu 19", "Fri 20", "Sat 21", "Sun 22", "Mon 23"])
    let rows = try #require(weeks.first).rows
    #expect(rows.first { $0.title == "Chin tuck" }?.boxes == [3, 3, 3, 3, 3, 3, 0])
    #expect(rows.first { $0.title == "Glute bridge" }?.boxes == [1, 1, 0, 1, 1, 0, 0])
  }

  @Test func ticksOffAsLongAsThePlanLastsAndSaysWhenItLastsLonger() throws {
    var plan = try SamplePlans.ofCase(0)
    plan.nextVisit = nil
    plan.issuedOn = try SamplePlans.day("2026-11-21")
    let text = Handout(plan, content: try SamplePlans.pack.get()).text(width: 0)
    #expect(text.contains("Week 1, 22 to 28 November") && text.contains("Week 4, 13 to 19 December"))
    #expect(text.contains("Your plan goes on after week 4"))
    plan.nextVisit = plan.issuedOn
    let short = Handout(plan, content: try SamplePlans.pack.get()).text(width: 0)
    #expect(short.contains("Week 1") && !short.contains("Week 2") && !short.contains("goes on after"))
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
