import Clinical
import Foundation
import Handout
import PlanSamples
import TestSupport
import Testing

/// Strings that typesetters and readers of PDF get wrong, each alone in every field that a person fills in.
@Suite struct HostileTextTests {
  private static let strings = [
    String(repeating: "x", count: 400), String(repeating: "word-", count: 60), String(repeating: "ffi", count: 50),
    String(repeating: "王", count: 200), String(repeating: "สวัสดี", count: 40), String(repeating: "ا", count: 150),
    "office waffle fjord ﬁnal ﬂow ﬀ ﬃ", "co\u{AD}op\u{AD}er\u{AD}ate", "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f",
    "\u{202E}reversed\u{202C} plain \u{2067}isolated\u{2069} \u{200F}mark",
    "e\u{301}\u{323}\u{308} q\u{307}\u{323} Z̷̢͝a̴l̶g̸o̵",
    "private \u{E000}\u{F8FF}\u{F0000} use",
    "tab\tnew\nline\rreturn\u{0}nul\u{1B}[31m\u{85}next\u{2028}line\u{2029}end",
    "a\u{A0}b\u{3000}c\u{2003}d\u{202F}e\u{1680}f", "👩🏽‍⚕️ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇸🇪 ☎️ 1️⃣ 🧑🏿‍🦽‍➡️", "mixed عربي 123 and עברית (x) end.",
    "عربي then English ثم 456 again", "الهاتف ١٢٣٤٥٦ و 789 و ۱۲۳", "שלום: 10–15 (אחת) \"שתיים\" 3/4",
    "العربية، لا إله؛ ﷲ ﷺ لآ لأ لإ",
    "नमस्ते क्षत्रिय र्क", "สวัสดีครับ น้ำ ก็ กำ", "한국어 한국어 각", "ქართული ՀԱՅ አማርኛ ᏣᎳᎩ မြန်မာ ខ្មែរ ລາວ བོད",
    "x² ½ № ℃ ㎏ ① Ⅷ ﹪ ＡＢＣ ｱｲｳ", "A\u{30A} Å Å Ω Ω K K", "“quotes” ‘single’ — – ‑ - − ‒ …", "-", " ", "", "•", "1.",
    "Page 3 of 9",
    "====", "----", "~~~~", "[ ]", "   [ ] [ ] -", "Stop if", "<b>&amp;</b> %s %n ' OR 1=1 -- \\ ${x} {{y}}",
    "(unbalanced ( parens \\) ] [ >> <<", "\u{FFFD}", "ﷺ ﷽ \u{202E} ⃝ ◌́ \u{301}start",
  ]

  @Test(arguments: sample(15, of: strings.indices).map { strings[$0] })
  func carriesTheSameWordsWhereverItIsTyped(string: String) async throws {
    let pack = try SamplePlans.pack.get()
    var plan = try SamplePlans.ofCase(0, name: string)
    plan.items = Array(plan.items.prefix(2))
    (plan.practiceName, plan.practiceContact, plan.therapistName) = (string, string, string)
    (plan.message, plan.contentReviewedBy) = (string, string)
    for index in plan.items.indices {
      (plan.items[index].note, plan.items[index].override) = (string, ItemOverride(reason: string))
    }
    let handout = Handout(plan, content: pack)
    // The export is not wrapped, because a name of dashes or boxes would be taken for the line under a heading.
    let difference = try await handout.inequality(width: 0)
    #expect(difference == nil)
    let largeDifference = try await handout.inequality(paper: .letter, largePrint: true, width: 0)
    #expect(largeDifference == nil)
  }

  @Test func noLineEndsInAHyphenThatAReaderWouldDrop() async throws {
    var plan = try SamplePlans.ofCase(0)
    plan.message = String(repeating: "word-", count: 60) + "end"
    let difference = try await Handout(plan, content: SamplePlans.pack.get()).inequality(mode: nil)
    #expect(difference == nil)
  }
}
