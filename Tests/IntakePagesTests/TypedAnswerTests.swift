import Clinical
import Testing

@testable import IntakePages

@Suite struct TypedAnswerTests {
  @Test(arguments: [
    (["9", "3", "1988"], "1988-03-09"), ([" 09 ", "March", "1988"], "1988-03-09"), (["1", "sept", "2001"], "2001-09-01"),
    (["29", "FEB.", "2024"], "2024-02-29"), (["31", "12", "1999"], "1999-12-31"),
  ])
  func readsDatesAsPeopleTypeThem(_ parts: [String], _ iso: String) {
    #expect(TypedDate.read(parts)?.iso == iso)
  }

  @Test(arguments: [
    ["31", "2", "2024"], ["29", "2", "2023"], ["9", "ma", "1988"], ["9", "3", "88"], ["+9", "3", "1988"],
    ["9", "13", "1988"], ["0", "3", "1988"], ["9", "3", "01988"], ["", "3", "1988"],
  ])
  func refusesDaysThatAreNone(_ parts: [String]) {
    #expect(TypedDate.read(parts) == nil)
  }

  @Test(arguments: [("7", 7), (" 6,5 ", 6.5), ("6.5", 6.5), ("007", 7), ("0", 0)])
  func readsNumbersWithPointOrComma(_ text: String, _ value: Double) {
    #expect(Decimals.read(text, places: 1) == value)
  }

  @Test(arguments: [
    "-0", "+5", "1e1", "0x10", "1_000", "1,000", "1.25", "infinity", "nan", "2147483648", "", ".", "5.", "५", "1 000",
  ])
  func refusesWhatIsNoPlainNumber(_ text: String) {
    #expect(Decimals.read(text, places: 1) == nil)
  }

  @Test func refusesFractionsOfWholeNumbers() {
    #expect(Decimals.read("6.5", places: 0) == nil)
  }

  @Test(arguments: [
    ("7e6b1c7a-0b5e-4a0e-9f1e-3b1e0b0e0a01", true), ("7E6B1C7A-0B5E-4A0E-9F1E-3B1E0B0E0A01", false),
    ("7e6b1c7a0b5e4a0e9f1e3b1e0b0e0a01", false), ("7e6b1c7a-0b5e-1a0e-9f1e-3b1e0b0e0a01", false),
    ("7e6b1c7a-0b5e-4a0e-9f1e-3b1e0b0e0a01 ", false), ("", false),
  ])
  func takesSubmissionKeysInOneSpellingOnly(_ text: String, _ isTaken: Bool) {
    var fields = FieldValues()
    fields["submission"] = [text]
    #expect((fields.submissionKey != nil) == isTaken)
  }
}
