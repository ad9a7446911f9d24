import ArgumentParser
import Records
import Typesetting

struct InviteQR: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "qr", abstract: "Make a link and show it as a QR code, for the phone or tablet in the room.")

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("How long it works: 36h, 14d, 4w.", valueName: "period"))
  var expires: Period = .twoWeeks
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    guard let link = try await FormLink.make(for: client, expires, at: desk, console) else { return }
    if console.isForPrograms { return try console.emit(link.json.text() + "\n") }
    guard let code = QRCode(link.url), code.size + 8 <= console.width else {
      try console.emit(link.url + "\n")
      return console.warn(
        "The terminal is too narrow for a QR code: it needs \((QRCode(link.url)?.size ?? 0) + 8) columns.")
    }
    try console.emit(TerminalQRCode.lines(code).map { $0 + "\n" }.joined() + link.url + "\n")
    link.explain(console)
  }
}
