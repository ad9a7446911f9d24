import ArgumentParser
import Care
import Clinical
import Delivery
import Installation
import JSON
import Records

struct PracticeSet: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change a setting of your practice, for its owner; or your portrait, or where you are told.",
    discussion: """
      name, colour (#rrggbb), phone, emergency_phone (whom clients call when it cannot wait), email, address, welcome (what clients read above their form), \
      hidden_questions (ids parted by commas), retention_years, time_zone (such as America/Toronto). An empty value clears. What the form asks every client \
      stays: required questions, and those on safety, health, medicines and consent.
      notices (an address) is yours, whoever you are: there you are told that something in Plumbline needs you, without a name.
      portrait (a PNG or JPEG file) is yours, whoever you are: your clients see it beside the words of welcome. Where and when it was taken goes; the pixels stay.
      """)

  @Argument(help: "Which.")
  var key: PracticeDetail
  @Argument(help: "To what.")
  var value: String
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let apply = try change()
    try await desk.perform(dryRun: console.dryRun) { try await apply(desk) }
    guard !console.dryRun else { return try console.wouldDo("set \(key.rawValue) to \(value)") }
    try console.say(try await desk.practice().json, "\(value.isEmpty ? "Cleared" : "Changed") your \(key.words).")
  }

  /// What is to be done, once what was given is known to be usable.
  private func change() throws -> (Desk) async throws -> Void {
    switch key {
    case .portrait:
      let jpeg =
        value.isEmpty ? nil : try InputFile(path: value).picture(longest: [240, 160, 80], most: Desk.mostPortraitBytes)
      return { try await $0.setPortrait(jpeg) }
    case .notices:
      let address = value.trimmed
      guard address.isEmpty || Mail.isAddress(address) else {
        throw CommandError(
          .usage, "“\(value)” is not an address that mail can go to.", next: "For example mira@example.org")
      }
      return { try await $0.setNoticeAddress(address.isEmpty ? nil : address) }
    case .setting(let key):
      let value = value.trimmed
      if key == .hiddenQuestions {
        try ShareDirectory.contentPack().refuseHiding(PracticeSettings.hiddenQuestions(from: value))
      }
      return { try await $0.setPractice(key, to: value.isEmpty ? nil : value) }
    }
  }
}

/// What can be set: a setting of the practice, or the portrait of whoever sets it.
enum PracticeDetail: ExpressibleByArgument, CaseIterable {
  case setting(PracticeSettings.Key)
  case portrait
  case notices

  static let allCases = PracticeSettings.Key.allCases.map(Self.setting) + [.portrait, .notices]

  init?(argument: String) {
    guard let detail = Self.allCases.first(where: { $0.rawValue == argument }) else { return nil }
    self = detail
  }

  static var allValueStrings: [String] { allCases.map(\.rawValue) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// As it is typed.
  var rawValue: String {
    switch self {
    case .setting(let key): key.rawValue
    case .portrait: "portrait"
    case .notices: "notices"
    }
  }

  /// As it is read.
  var words: String { rawValue.replacing("_", with: " ") }
}
