import ArgumentParser

struct CheckInGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkin", abstract: "Check-ins: how clients say it is going between visits.",
    subcommands: [CheckInList.self, CheckInShow.self, CheckInAck.self])
}
