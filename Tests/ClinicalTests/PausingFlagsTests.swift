import Clinical
import Testing

/// Which red flags pause an issued plan when a later intake raises them.
struct PausingFlagsTests {
  let pack: ContentPack

  init() throws {
    pack = try TestData.pack.get()
  }

  private func flags(for items: HomeCareItem.ID..., conditions: [Question.Choice.ID] = []) throws -> Set<RedFlag.ID> {
    var answers = try baselineAnswers()
    if !conditions.isEmpty { answers["health.conditions"] = .choices(conditions) }
    return Set(pack.pausingFlags(for: items, issuedWith: pack.assess(answers)))
  }

  @Test func namesTheFlagsThatBlockAnItem() throws {
    let flags = try flags(for: "hc.tennis_ball_back")
    #expect(flags.isSuperset(of: ["rf.anticoagulant", "rf.osteoporosis", "rf.recent_acute_injury"]))
    #expect(flags.isDisjoint(with: ["rf.glaucoma", "rf.lump"]))
    let both = try self.flags(for: "hc.inversion_table", "hc.tennis_ball_back")
    #expect(both.isSuperset(of: flags.union(["rf.glaucoma"])))
  }

  @Test func namesTheFlagsRaisedByAnAnswerThatLimitsAnItem() throws {
    for item in pack.items {
      for limit in item.contraindications where limit.effect > .caution {
        let others = pack.redFlags.filter { $0.when == limit.when && $0.urgency < .urgent }.map(\.id)
        #expect(try flags(for: item.id).isSuperset(of: others), "\(item.id) \(limit.id)")
      }
    }
    #expect(try flags(for: "hc.supp_magnesium").contains("rf.kidney_diet"))
    #expect(try !flags(for: "hc.breathing").contains("rf.kidney_diet"))
  }

  @Test func leavesOutTheFlagsThatThePlanWasIssuedWith() throws {
    #expect(try flags(for: "hc.ice_cycle").contains("rf.cold_sensitive"))
    #expect(try !flags(for: "hc.ice_cycle", conditions: ["raynaud"]).contains("rf.cold_sensitive"))
  }

  @Test func leavesUrgentFlagsToTheDatabase() throws {
    let all = Set(pack.pausingFlags(for: pack.items.map(\.id), issuedWith: pack.assess(try baselineAnswers())))
    let urgent = pack.redFlags.filter { $0.urgency >= .urgent }.map(\.id)
    #expect(!urgent.isEmpty && all.isDisjoint(with: urgent))
  }
}
