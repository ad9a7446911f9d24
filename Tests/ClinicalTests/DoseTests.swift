import Clinical
import Foundation
import JSON
import Testing

/// How far a therapist may change a dose.
struct DoseTests {
  let pack: ContentPack

  init() throws { pack = try TestData.pack.get() }

  @Test func lessIsAllowedAndMoreOnlyUpToWhatTheContentCallsSafe() throws {
    let item = try #require(pack.item("hc.chin_tuck"))
    #expect(item.bounds(of: .repeats) == 1...15 && item.bounds(of: .minutes) == nil)
    #expect(item.faults(of: DoseChange(amounts: [.repeats: 1, .sets: 3])).isEmpty)
    #expect(item.faults(of: DoseChange(amounts: [.repeats: 16])) == [.tooMuch(.repeats, 1...15)])
    #expect(item.faults(of: DoseChange(amounts: [.minutes: 5])) == [.noSuchAmount(.minutes)])
  }

  @Test func aReasonAnswersForMoreAndForNothingElse() throws {
    let item = try #require(pack.item("hc.chin_tuck"))
    #expect(item.faults(of: DoseChange(amounts: [.repeats: 16], reason: "she lifts for a living")).isEmpty)
    #expect(!item.faults(of: DoseChange(amounts: [.repeats: 16], reason: " ")).isEmpty)
    #expect(!item.faults(of: DoseChange(amounts: [.repeats: 0], reason: "none")).isEmpty)
    #expect(!item.faults(of: DoseChange(amounts: [.minutes: 5], reason: "why not")).isEmpty)
  }

  /// No source says that more of these is safe.
  @Test(arguments: ["heat_cold", "topical", "equipment", "supplement", "food"])
  func heatColdAndWhatIsTakenMayOnlyBeLowered(category: String) {
    for item in pack.items where item.category == category {
      for amount in Dose.Amount.allCases {
        guard let bounds = item.bounds(of: amount) else { continue }
        #expect(Double(bounds.upperBound) <= max(1, item.dose.amounts[amount.rawValue] ?? 0), "\(item.id) \(amount)")
      }
    }
  }

  /// A property of random changes of every item: what is accepted without a reason is within the bounds, and what the
  /// client reads is what was set.
  @Test func acceptsNothingOutsideOfTheBoundsAndPrescribesWhatWasSet() {
    var random = SystemRandomNumberGenerator()
    var (accepted, refused, violations) = (0, 0, 0)
    for _ in 0..<100 {
      for item in pack.items {
        let names = Dose.Amount.allCases.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
        let change = DoseChange(
          amounts: Dictionary(uniqueKeysWithValues: names.map { ($0, Int.random(in: -1...12, using: &random)) }))
        guard item.faults(of: change).isEmpty else {
          refused += 1
          continue
        }
        accepted += 1
        let dose = item.prescribed(change).dose
        for (name, value) in change.amounts {
          let usual = item.dose.amounts[name.rawValue] ?? 0
          let isSafe = value >= 1 && Double(value) <= max(1, usual, Double(item.dose.most[name] ?? 0))
          if !isSafe || dose.amounts[name.rawValue] != Double(value) { violations += 1 }
        }
      }
    }
    #expect(accepted > 300 && refused > 300 && violations == 0, "\(accepted) accepted, \(refused) refused")
  }

  @Test(arguments: [(#"{"reps": 4}"#, "must be a whole number"), (#"{"steps": 4}"#, "no amount of this dose")])
  func contentNamesNoBoundBelowTheDoseOrOfAnotherAmount(most: String, fault: String) throws {
    var files = try TestData.packFiles()
    let text = String(decoding: try #require(files["homecare"]), as: UTF8.self)
    let start = try #require(text.range(of: #""id": "hc.chin_tuck""#)).upperBound
    let bound = try #require(text.range(of: #""most": {"#, range: start..<text.endIndex))
    let end = try #require(text.range(of: "}", range: bound.upperBound..<text.endIndex))
    files["homecare"] = Array(
      text.replacingCharacters(in: bound.lowerBound..<end.upperBound, with: #""most": \#(most)"#).utf8)
    #expect { _ = try ContentPack(files: files) } throws: { error in
      (error as? ContentPackError)?.faults.contains { one in one.message.contains(fault) } ?? false
    }
  }
}
