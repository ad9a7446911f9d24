import Clinical
import JSON
import Records

/// Records as a table for a spreadsheet: one row for each, with one column for each question or finding, in the words of
/// the content that the record was made with.
package struct RecordSheet: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case intakes, evaluations, items, checkins }

  /// How many records are in memory at once.
  private static let page = 200

  private let kind: Kind
  private let desk: Desk
  /// The content in use, which says in what order the columns stand.
  private let pack: ContentPack

  package init(_ kind: Kind, at desk: Desk, pack: ContentPack) {
    self.kind = kind
    self.desk = desk
    self.pack = pack
  }

  /// Writes the headings, and then each row of the clients whom one may see. Records are read twice: first to know
  /// which columns there are.
  ///
  /// - Returns: the number of rows below the headings.
  package func write(_ take: ([JSON]) throws -> Void) async throws -> Int {
    let clients = Dictionary(try await desk.clients(includingArchived: true).map { ($0.id, $0) }) { first, _ in first }
    var used: Set<String> = []
    try await read { record, _ in used.formUnion(kind.cells(record).map(\.key)) }
    let known = kind.columns(pack).filter { $0.isAsked || used.contains($0.id) }
    let ids = known.map(\.id) + used.subtracting(known.map(\.id)).sorted()
    let labels = Dictionary(known.map { ($0.id, "\($0.label) (\($0.id))") }) { first, _ in first }
    try take((["client", "client_name"] + kind.facts + ids.map { labels[$0] ?? $0 }).map { .string($0) })
    var rows = 0
    try await read { record, pack in
      let client = record["client_id"]?.id(of: Client.self).flatMap { clients[$0] }
      let whose: [JSON] = [client?.shortID, client?.fullName].map { $0.map { .string($0) } ?? .null }
      for row in kind.rows(record) {
        let cells = Dictionary(kind.cells(row).map { ($0.key, $0.value) }) { first, _ in first }
        let facts = kind.facts.map { kind.fact($0, of: row, pack) }
        try take(whose + facts + ids.map { id in cells[id].map { kind.worded($0, id, pack) } ?? .null })
        rows += 1
      }
    }
    return rows
  }

  /// Reads the records, each with the content that it was made with.
  private func read(_ take: (JSON, ContentPack) throws -> Void) async throws {
    var after: String?
    repeat {
      let records = try await desk.exportedRecords(kind.noun, after: after, most: Self.page)
      for record in records {
        let json = try JSON(parsing: Array(record.text.utf8))
        let version = json["content_version"]?.string ?? pack.version
        try take(json, version == pack.version ? pack : try await desk.content(version))
      }
      after = records.last?.key
    } while after != nil
  }
}
