import ArgumentParser

struct ClientGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "The people you care for.",
    subcommands: [
      ClientAdd.self, ClientImport.self, ClientList.self, ClientShow.self, ClientEdit.self,
      ClientNoteCommand.self, ClientNotes.self,
      ClientTimeline.self, ClientTrend.self, ClientAssign.self, ClientShareCommand.self,
      ClientOpen.self, ClientConsent.self, ClientArchive.self, ClientRestore.self,
      ClientMerge.self, ClientUnmerge.self, ClientHold.self, ClientErase.self,
    ])
}
