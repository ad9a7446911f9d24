import Foundation
import JSON
import PostgreSQL

extension Desk {
  /// Adds clients who were kept elsewhere, 500 at most, as one's own.
  ///
  /// - Parameter batch: calls with the same id are one change, which `undo` takes back as one.
  package func importClients(
    _ clients: [ImportedClient], batch: RecordID<ImportedClient>
  ) async throws -> [Client] {
    try await call("desk.client_import", .id(batch), .json(clients)).decoded(as: Client.init)
  }

  /// Begins to take the archive of a practice over, in a transaction: `importRecords`, `importDocument` and `endImport`
  /// follow.
  /// - Returns: the practice, which the operator has admitted from its archive.
  /// - Throws: `Refusal.notAllowed` for everyone but the owner, `.conflict` when the practice has records.
  package func beginImport() async throws -> Practice.ID {
    try await call("desk.import_begin").only { try $0.id("import_begin") }
  }

  /// - Parameter records: a JSON array of records as an archive has them.
  package func importRecords(_ noun: String, _ records: String) async throws {
    _ = try await call("desk.import_records", .text(noun), .text(records))
  }

  package func importDocument(_ document: ExportedDocument) async throws {
    _ = try await call("desk.import_document", .id(document.plan), .text(document.variant), .bytes(document.bytes))
  }

  /// - Parameter head: the end of the audit's chain in the archive.
  /// - Returns: how many plans were paused, which could not be resumed with what the archive says.
  /// - Throws: `Refusal.conflict` when the chain does not hold up to there.
  package func endImport(_ head: AuditHead) async throws -> Int {
    try await call("desk.import_end", .int(head.sequence), .bytes(head.hash)).only { try $0.integer("import_end") }
  }

  /// Takes over what another practice gave a client as their copy.
  ///
  /// - Parameters:
  ///   - records: a JSON object of arrays of records, by noun.
  ///   - people: who here stands for those whom the records name: an id, a login or a name.
  ///   - origin: what the audit says about where it comes from.
  /// - Returns: the client.
  package func takeClient(
    records: String, documents: [ExportedDocument], people: [Practitioner.ID: String], origin: String
  ) async throws -> Client {
    let documents = documents.map { document in
      JSON.object([
        .init("plan", .string("\(document.plan)")), .init("variant", .string(document.variant)),
        .init("bytes", .string(Data(document.bytes).base64EncodedString())),
      ])
    }
    let people = JSON.object(people.map { .init("\($0.key)", .string($0.value)) })
    return try await call(
      "desk.client_arrive", .text(records), .json(.array(documents)), .json(people), .text(origin)
    ).only(as: Client.init)
  }
}
