import ArgumentParser

struct VisitGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit", abstract: "Visits: what the client said, what you found and did, and what comes next.",
    subcommands: [
      VisitNew.self, VisitList.self, VisitShow.self, VisitEdit.self, VisitSign.self, VisitAmend.self,
      VisitDiscard.self, VisitPrint.self,
    ])
}
