import Clinical
import Foundation
import Handout
import JSON
import Records
import Sealing
import TestSupport
import Testing

@testable import Care

/// A practice's own items in plans, against a real instance.
@Suite(.serialized) struct OwnItemTests {
  private let caseload: Caseload
  private var items: OwnItems { OwnItems(at: caseload.desk) }
  private var plans: Plans { Plans(at: caseload.desk) }
  private let picture = ItemPicture(jpeg: [0xFF, 0xD8, 0xFF, 0xD9], alternative: "A towel in a doorway")

  init() async throws { caseload = try await Caseload() }

  private func item(loads: [String] = ["strength"], causes: [Hypothesis.ID] = []) -> OwnItem {
    let title = "Towel pull \(UUID().uuidString.prefix(8))"
    return OwnItem(
      id: OwnItem.id(from: title), title: title, category: "strengthen", regions: [], loads: loads,
      steps: ["Pull slowly."], stopIf: [], dose: [.repeats: 5, .timesADay: 1, .daysAWeek: 7], causes: causes)
  }

  @Test func anIdIsMadeFromTheTitle() {
    #expect(OwnItem.id(from: "Towel pull, seated (2×)") == "own.towel_pull_seated_2")
    #expect(OwnItem.id(from: "慢慢来") == "own.")
  }

  @Test func isCheckedBeforeItIsKept() async throws {
    await #expect { _ = try await items.add([(item(loads: ["levitation"]), nil)], dryRun: false)[0] } throws: {
      guard case CareRefusal.ownItem(.unfit(let faults)) = $0 else { return false }
      return faults.count == 1 && faults[0].contains("prone")
    }
  }

  @Test func goesIntoAPlanOntoThePaperAndIntoTheClientsCopy() async throws {
    let added = try await items.add([(item(), picture)], dryRun: false)[0].item
    let client = try await caseload.clientWithAcceptedIntake("Towel")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let reasoning = try await plans.check(draft).reasoning
    let entry = try reasoning.adding(added.id, to: draft, override: nil)
    try await plans.setItems(draft.items + [entry], of: draft)
    let plan = try await caseload.desk.plan("\(draft.id)")
    let handout = try await plans.preview(plan, reasoning)
    let printed = handout.blocks.compactMap { if case .item(let item) = $0 { item } else { nil } }
    let ours = try #require(printed.first { $0.title == added.title })
    #expect(ours.photo?.jpeg == Data(picture.jpeg) && ours.photo?.alternative == picture.alternative)
    #expect(handout.text(width: 0).contains("Your therapist chose this for you."))
    let copy = ClientPlanCopy(
      handout, practice: "Stillwater", issuedOn: try .today(), nextVisit: nil, pdf: [],
      checkIn: .init(of: plan.items.map(\.item), answers: reasoning.assessment.answers, reasoning.pack))
    let things = copy.blocks.compactMap { if case .thing(let thing) = $0 { thing } else { nil } }
    #expect(things.first { $0.title == added.title }?.photo?.jpeg == Data(picture.jpeg).base64EncodedString())
    #expect(copy.checkIn.items.contains { $0.id == added.id })
  }

  @Test func isRefusedToAClientForWhomItsLoadIsContraindicated() async throws {
    let added = try await items.add([(item(loads: ["prone"]), nil)], dryRun: false)[0].item
    let client = try await caseload.client("Lying")
    _ = try await caseload.accept(
      try await caseload.intake(of: client, changing: ["session.positions": .array([.string("not_face_down")])]))
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let reasoning = try await plans.check(draft).reasoning
    #expect { _ = try reasoning.adding(added.id, to: draft, override: nil) } throws: {
      guard case CareRefusal.planItem(.limited(let limited)) = $0 else { return false }
      return limited.item.id == added.id && limited.demand == .nothingHelps
    }
  }

  @Test func outlivesAReleaseOfTheContent() async throws {
    let added = try await items.add([(item(), nil)], dryRun: false)[0].item
    let client = try await caseload.clientWithAcceptedIntake("Release")
    let reasoning = try await Reasoning.current(for: client.id, at: caseload.desk)
    let later = try Caseload.pack(version: "\(UUID().uuidString.prefix(8))")
      .adding(try await caseload.desk.items().map(\.item))
    #expect(later.approve(added.id, for: later.assess(reasoning.intake.answers)) == .approved)
    #expect(later.item(added.id)?.title == added.title)
  }

  @Test func isEditedExceptForItsLoadsAndRetiredForEver() async throws {
    let added = try await items.add([(item(), picture)], dryRun: false)[0]
    var changed = added.item
    changed.title = "Towel pull, seated"
    let edited = try await items.edit(added, to: changed, picture: nil, dryRun: false)
    #expect(edited.item.title == "Towel pull, seated" && edited.pictureWords == nil)
    await #expect(throws: Refusal.self) { _ = try await items.edit(added, to: changed, picture: nil, dryRun: false) }
    let heavier = OwnItem(
      id: changed.id, title: changed.title, category: changed.category, regions: [], loads: ["strength", "prone"],
      steps: changed.steps, stopIf: [], dose: changed.dose, causes: [])
    await #expect(throws: Refusal.self) { _ = try await items.edit(edited, to: heavier, picture: nil, dryRun: false) }
    let client = try await caseload.clientWithAcceptedIntake("Retired")
    let draft = try await plans.draft(try await plans.proposal(for: client))
    let entry = try await plans.check(draft).reasoning.adding(changed.id, to: draft, override: nil)
    try await plans.setItems(draft.items + [entry], of: draft)
    try await items.retire(edited, dryRun: false)
    let plan = try await caseload.desk.plan("\(draft.id)")
    await #expect { _ = try await plans.check(plan) } throws: {
      guard case CareRefusal.planItem(.withdrawn(let item, .retired)) = $0 else { return false }
      return item.id == changed.id
    }
    await #expect(throws: Refusal.self) { _ = try await items.add([(changed, nil)], dryRun: false)[0] }
  }
}
