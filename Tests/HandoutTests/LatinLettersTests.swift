import Foundation
import Handout
import PlanSamples
import Testing

/// The Latin letters of European names that DIN 91379 writes with combining marks because Unicode has no other spelling.
@Suite struct LatinLettersTests {
  private static let letters = """
    A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ Ç̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱ \
    T̀ T̄ T̈ T̕ T̛ U̇ Û̄ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ ç̆ d̂ f̀ f̄ g̀ h̄ h̦ j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ k͟h l̂ l̥ l̥̄ l̦ m̀ m̂ m̆ m̐ n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ \
    r̆ r̥ r̥̄ s̀ s̄ s̛̄ s̱ t̀ t̄ t̕ t̛ u̇ û̄ z̀ z̄ z̆ z̈ z̧
    """.split(separator: " ").map(String.init)

  @Test(arguments: ["-raw", "-layout", nil], [("", ""), ("ab", ""), ("", "cd"), ("ab", "cd")])
  func keepTheirPlaceAmongTheirNeighbours(mode: String?, around: (String, String)) async throws {
    let words = Self.letters.map { around.0 + $0 + around.1 }
    var plan = try SamplePlans.ofCase(2)
    plan.message = words.joined(separator: " ")
    let file = try PrintedFile(Handout(plan, content: SamplePlans.pack.get()).pdf())
    defer { file.remove() }
    let printed = try await file.output(of: "pdftotext", mode.map { [$0] } ?? [], then: ["-"])
    let found = Set(printed.split { $0.isWhitespace }.map(String.init))
    #expect(words.filter { !found.contains($0) } == [])
  }
}
