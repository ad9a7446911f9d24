import ArgumentParser
import Records

struct InviteLink: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Make a link to the intake form.",
    discussion: """
      The link is shown once: only its fingerprint is stored. Give it to the client as you like; who holds it can fill \
      the form until it expires or is used. What the client answered before opens only with the birth date on record, \
      or with a code that is shown here. After five wrong tries make a new link; a wrong birth date on record is \
      corrected with plumbline client edit.
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("How long it works: 36h, 14d, friday.", valueName: "period"))
  var expires: Period = .twoWeeks
  @Flag(help: "For a device that others use too: it keeps nothing of the form after Send.")
  var here = false
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    try await console.makeFormLink(for: client, expires, here: here, at: desk) { link, url in
      try console.deliver(link.json(url: url), orText: url, "link")
    }
  }
}
