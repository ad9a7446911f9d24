import Clinical
import Foundation
import JSON
import Testing

struct StoredShapeTests {
  @Test func passesThroughAnyCoder() throws {
    let answers = Answers([
      "pain.now": .number(4), "sleep.hours": .number(7.5), "consent.truth": .consent(false),
      "visit.goals": .choices(["relax"]), "contact.full_name": .text("Zoë"),
      "pain.map": .regions([MarkedRegion(region: "low_back_l", symptoms: ["pain"], nrs: 7, note: "n")]),
      "meds.list": .rows([["name": "Aspirin"]]),
    ])
    #expect(try JSONDecoder().decode(Answers.self, from: JSONEncoder().encode(answers)) == answers)
    #expect(try Answers(JSON(parsing: Array(JSONEncoder().encode(answers)))) == answers)
    let evaluation = Evaluation(
      findings: ["pf.fhp_cva": .sided(left: .number(44.5), right: nil), "pf.head_rotation": .graded(2, side: "left")],
      triggerPoints: [TriggerPoint(muscle: "scalenes", region: "chest_l", status: .active, tender: 3)])
    #expect(try JSONDecoder().decode(Evaluation.self, from: JSONEncoder().encode(evaluation)) == evaluation)
  }
}
