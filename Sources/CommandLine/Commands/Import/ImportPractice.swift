import ArgumentParser
import Clinical
import Interchange
import JSON
import Records

struct ImportPractice: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Take over the archive of your practice: for its owner.",
    discussion: """
      First the operator admits the practice from the same archive (plumbline practice admit). Then everything comes in \
      as it was, with its ids, and the audit goes on where it ended: all of it or, when anything in the archive is \
      damaged, nothing. Links that clients have lead nowhere any more. It cannot be taken back: what you change \
      afterwards is not in the archive.
      Example: plumbline import practice practice.tar
      """)

  @Argument(help: "The archive that plumbline export practice made.", completion: .file(extensions: ["tar", "age"]))
  var file: String
  @OptionGroup var decryption: DecryptionOptions
  @OptionGroup var global: GlobalOptions

  func run(at desk: Desk, _ console: Console) async throws {
    let arrival = PracticeArrival(at: desk)
    var progress: ProgressBar?
    let (manifest, paused) = try await decryption.run(reading: file) { input in
      try await arrival.take {
        try OpenedArchive(from: input)
      } progress: { files in
        if progress == nil { progress = ProgressBar(of: files, on: console) }
        progress?.advance()
      }
    }
    let documents = manifest.files.count { $0.path.hasPrefix("documents/") }
    try console.say(
      [
        "practice": .string("\(manifest.practice)"), "records": .integer(manifest.records),
        "documents": .integer(documents), "clients": .integer(manifest.count(of: "clients")),
        "intakes": .integer(manifest.count(of: "intakes")), "paused": .integer(paused),
      ],
      "\(manifest.practiceName): \(manifest.count(of: "clients").counted("client")), "
        + "\(manifest.records.counted("record")) in all, \(documents.counted("document")). The audit holds.")
    if paused > 0 {
      console.note("\(paused.counted("plan")) paused: a red flag is not acknowledged, or a consent is withheld.")
    }
    console.next("plumbline invite link CLIENT", "the links that clients had are dead")
  }
}
