import ArgumentParser
import Care
import Records

struct CheckInShow: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A check-in, its red flags, and what it asks of you.")

  @Argument(help: .checkIn, completion: .clients)
  var checkin: String
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let news = try await CheckIns(at: desk).news(of: try await desk.findCheckIn(checkin, console))
    try console.show(news.json, news.report)
    if news.checkIn.readAt == nil {
      console.next("plumbline checkin ack \(news.checkIn.shortID)", "once you have dealt with it")
    }
  }
}
