import Clinical
import PostgreSQL

/// The versions of the content that this process has read from the database. A version never changes once it is loaded
/// there, so each is read once.
actor ContentVersions {
  private var packs: [String: ContentPack] = [:]

  /// Returns the pack of a version, from `documents` if it was not asked for before.
  /// - Parameter documents: reads its rows of name and document.
  func pack(_ version: String, from documents: () async throws -> [Row]) async throws -> ContentPack {
    if let pack = packs[version] { return pack }
    let files = try await documents().decoded { (try $0.string("name"), Array(try $0.string("document").utf8)) }
    let pack = try ContentPack(files: Dictionary(files) { _, last in last })
    packs[version] = pack
    return pack
  }
}
