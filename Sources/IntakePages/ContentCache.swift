import Clinical
import Records

/// The content packs in use, each read once, with the way through the form for each practice's choice of questions.
actor ContentCache {
  private struct Edition: Hashable {
    let version: String
    let hidden: Set<Question.ID>
  }

  /// What was asked for last.
  private(set) var latest: FormPath?
  private var packs: [String: ContentPack] = [:]
  private var paths: [Edition: FormPath] = [:]

  func path(_ version: String, hidden: Set<Question.ID>) throws -> FormPath {
    let edition = Edition(version: version, hidden: hidden)
    let path = try paths[edition] ?? FormPath(pack: pack(version), hidden: hidden)
    paths[edition] = path
    latest = path
    return path
  }

  private func pack(_ version: String) throws -> ContentPack {
    if let pack = packs[version] { return pack }
    let pack = try ShareDirectory.contentPack(version: version)
    packs[version] = pack
    return pack
  }
}
