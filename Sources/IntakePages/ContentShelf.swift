import Clinical
import Records

/// The content packs in use, each read once.
actor ContentShelf {
  private var packs: [String: ContentPack] = [:]

  func pack(_ version: String) throws -> ContentPack {
    if let pack = packs[version] { return pack }
    let pack = try ShareDirectory.contentPack(version: version)
    packs[version] = pack
    return pack
  }
}
