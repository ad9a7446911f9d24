import Testing

@testable import IntakePages

@Suite struct SubmissionKeyTests {
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
