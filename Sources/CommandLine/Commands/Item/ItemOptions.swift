import ArgumentParser
import Clinical

/// What an own item is, beside its title and its kinds of load.
struct ItemOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What kind of thing it is, such as stretch or strengthen.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("The steps, a line each; - is standard input.", valueName: "file"))
  var stepsFile: String?
  @Option(
    help: ArgumentHelp("A region of the body chart, or a group such as g_neck. May be repeated.", valueName: "region"))
  var region: [String] = []
  @Option(
    help: ArgumentHelp(
      "A possible cause for which it is drafted, such as hyp.desk_load; else it is only added by hand. May be repeated.",
      valueName: "cause"))
  var cause: [String] = []
  @Option(help: ArgumentHelp("A sign to stop for, beside the usual ones. May be repeated.", valueName: "sign"))
  var stop: [String] = []
  @OptionGroup var dose: DoseOptions
  @Option(help: ArgumentHelp("A PNG or JPEG. Where and when it was taken goes; the pixels stay.", valueName: "file"))
  var picture: String?
  @Option(help: ArgumentHelp("What the picture shows, for those who cannot see it.", valueName: "text"))
  var pictureText: String?

  /// The longer side of a picture in pixels: a third of a page at 200 for each inch.
  private static let longestSide = 640

  /// Puts what was given in place of what the item has.
  func apply(to item: inout OwnItem) throws {
    if let kind { item.category = kind }
    if let stepsFile {
      item.steps = try InputFile(path: stepsFile).text().split(whereSeparator: \.isNewline).filter { !$0.isBlank }
        .map { String($0).trimmed }
    }
    if !region.isEmpty { item.regions = region }
    if !cause.isEmpty { item.causes = cause.map { .init(rawValue: $0) } }
    if !stop.isEmpty { item.stopIf = stop }
    item.dose.merge(dose.amounts) { $1 }
  }

  /// The picture that was given; nil without one.
  ///
  /// - Parameter title: stands for the picture where no words do.
  func newPicture(of title: String) throws -> ItemPicture? {
    guard let picture else { return nil }
    return ItemPicture(
      jpeg: try InputFile(path: picture).picture(longest: Self.longestSide), alternative: pictureText ?? title)
  }
}
