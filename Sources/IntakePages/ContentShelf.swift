import Clinical
import Records

/// The content packs in use, each read once, with the way through the form for each practice's choice of questions.
actor ContentShelf {
  private struct Edition: Hashable {
    let version: String
    let hidden: Set<Question.ID>
  }

  private var packs: [String: ContentPack] = [:]
  private var paths: [Edition: FormPath] = [:]

  func path(_ version: String, hidden: Set<Question.ID>) throws -> FormPath {
    let edition = Edition(version: version, hidden: hidden)
    if let path = paths[edition] { return path }
    let path = FormPath(pack: try pack(version), hidden: hidden)
    paths[edition] = path
    return path
  }

  private func pack(_ version: String) throws -> ContentPack {
    if let pack = packs[version] { return pack }
    let pack = try ShareDirectory.contentPack(version: version)
    packs[version] = pack
    return pack
  }
}
