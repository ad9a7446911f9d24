import ArgumentParser
import Records
import Typesetting

struct InviteQR: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "qr", abstract: "Make a link and show it as a QR code, for the phone or tablet in the room.")

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
      let code = QRCode(url)
      let drawn = code.flatMap { $0.size + 8 <= console.width ? TerminalQRCode.lines($0) : nil }
      try console.deliver(link.json(url: url), orText: ((drawn ?? []) + [url]).joined(separator: "\n"), "link")
      if drawn == nil, !console.isForPrograms {
        console.warn("The terminal is too narrow for a QR code: it needs \((code?.size ?? 0) + 8) columns.")
      }
    }
  }
}
