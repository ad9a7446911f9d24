import Clinical
import Records

/// The content packs in use, each read once, and the path through the form for each practice's choice of questions.
actor ContentCache {
  private struct Edition: Hashable {
    let version: String
    let hidden: Set<Question.ID>
  }

  /// The path that was requested last.
  private(set) var latest: FormPath?
  private let door: Door
  private var paths: [Edition: FormPath] = [:]
  private var pathsAboutAnother: [Edition: FormPath] = [:]
  /// The content of each version in words about somebody else; nil where it has none.
  private var packsAboutAnother: [String: ContentPack?] = [:]

  init(_ door: Door) {
    self.door = door
  }

  func path(_ version: String, hidden: Set<Question.ID>) async throws -> FormPath {
    let edition = Edition(version: version, hidden: hidden)
    let path =
      if let path = paths[edition] { path } else { FormPath(pack: try await door.content(version), hidden: hidden) }
    paths[edition] = path
    latest = path
    return path
  }

  /// The path in words for whoever fills in the form for somebody else, where the content has such words.
  func path(aboutAnother path: FormPath, hidden: Set<Question.ID>) -> FormPath {
    let edition = Edition(version: path.pack.version, hidden: hidden)
    if let path = pathsAboutAnother[edition] { return path }
    let pack = packsAboutAnother[edition.version] ?? path.pack.aboutAnother
    packsAboutAnother[edition.version] = .some(pack)
    let turned = pack.map { FormPath(path, about: $0) } ?? path
    pathsAboutAnother[edition] = turned
    return turned
  }
}
