import ArgumentParser
import Care
import Clinical
import Installation
import JSON
import Records
import Sealing
import Typesetting

struct EvaluationPhoto: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "photo", abstract: "Make a link for posture photos, for the phone or tablet in the room.",
    discussion: """
      For 30 minutes the page takes a photo of each view, and you tap the landmarks on it. The link is for the client's \
      draft, or makes one. The photos are encrypted under the link, and gone when you take the measures over with \
      plumbline evaluation confirm, or when the link ends. With --keep, and where the client has agreed to photos in \
      the record, taking the measures over keeps them until that day (plumbline evaluation picture).
      Example: plumbline evaluation photo k7f3 --views front,left
      """)

  @Argument(help: .client, completion: .clients)
  var client: String
  @Option(help: ArgumentHelp("Of front, left, back, right and bend, with commas.", valueName: "views"))
  var views: PhotoViews = .standing
  @Option(help: ArgumentHelp("The length of the scale bar in mm, 50 to 2500.", valueName: "mm"))
  var scale: Int = 500
  @Option(help: ArgumentHelp("Keep the photos as a record until this day.", valueName: "yyyy-mm-dd"))
  var keep: TypedDay?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (50...2500).contains(scale) else { throw ValidationError("--scale is 50 to 2500 mm.") }
  }

  func run(at desk: Desk, _ console: Console) async throws {
    let client = try await desk.find(client, console, writing: true)
    guard !console.dryRun else { return try console.wouldDo("make a link for posture photos of \(client.label)") }
    let site = try PublicSite(console.settings)
    let pack = try ShareDirectory.contentPack()
    let token = LinkToken()
    let keepUntil = try keep?.day
    let url = site.photos(token)
    let (draft, expiresAt) = try await desk.transaction {
      let made = try await Evaluations(at: desk).linkPhotos(
        of: client, views: views.ids, scaleLength: scale, keepUntil: keepUntil, token: token, pack: pack)
      let json: JSON = [
        "evaluation": .string("\(made.draft.id)"), "short_id": .string(made.draft.shortID), "url": .string(url),
        "expires_at": JSON(made.expiresAt),
      ]
      try console.deliver(json, orText: text(url, console), "link")
      return made
    }
    guard !console.isForPrograms else { return }
    console.note(
      "For the draft \(draft.shortID) of \(client.label), until \(Moment.local(expiresAt)). It is shown only this once."
    )
    console.next("plumbline evaluation confirm \(draft.shortID)", "once the landmarks are tapped")
  }

  /// The link, below its QR code where the terminal has room for one.
  private func text(_ url: String, _ console: Console) -> String {
    guard let code = QRCode(url), code.size + 8 <= console.width else { return url }
    return (TerminalQRCode.lines(code) + [url]).joined(separator: "\n")
  }
}

/// The views that photos are taken of, in plain words.
struct PhotoViews: ExpressibleByArgument, Sendable {
  private static let words: [(word: String, view: EvaluationView.ID)] = [
    ("front", "anterior"), ("left", "lateral_l"), ("back", "posterior"), ("right", "lateral_r"), ("bend", "adams"),
  ]

  static let standing = PhotoViews(ids: words.dropLast().map(\.view))

  let ids: [EvaluationView.ID]

  private init(ids: [EvaluationView.ID]) { self.ids = ids }

  init?(argument: String) {
    let named = argument.split(separator: ",", omittingEmptySubsequences: false).map { word in
      Self.words.first { $0.word == word }?.view
    }
    let ids = named.compactMap { $0 }
    guard !ids.isEmpty, ids.count == named.count, Set(ids).count == ids.count else { return nil }
    self.ids = ids
  }

  var defaultValueDescription: String {
    Self.words.filter { ids.contains($0.view) }.map(\.word).joined(separator: ",")
  }

  static var allValueStrings: [String] { words.map(\.word) }
}
