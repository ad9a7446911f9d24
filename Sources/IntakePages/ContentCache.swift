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
}
