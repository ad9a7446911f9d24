import Foundation
import PostgreSQL

extension Desk {
  /// Writes into the audit that the whole practice is exported.
  /// - Throws: `Refusal.notAllowed` for everyone but the owner.
  package func beginExport() async throws { _ = try await call("desk.export_begin") }

  /// Returns the next records of a noun, each as the text of a JSON object, by key.
  ///
  /// - Parameters:
  ///   - noun: a kind of record of `clinic.archive_nouns`.
  ///   - after: the key of the last record that was read; nil begins.
  package func exportedRecords(_ noun: String, after: String?, most: Int) async throws -> [ExportedRecord] {
    try await call("desk.export_page", .text(noun), after.map { .text($0) }, .int(most)).decoded {
      ExportedRecord(noun: noun, key: try $0.string("key"), text: try $0.string("record"))
    }
  }

  /// Returns everything that is kept of a client, in the order of an archive.
  package func exportedRecords(of client: Client.ID) async throws -> [ExportedRecord] {
    try await call("desk.export_client", .id(client)).decoded {
      ExportedRecord(noun: try $0.string("noun"), key: nil, text: try $0.string("record"))
    }
  }

  /// Returns the documents of the next issued plans.
  /// - Parameter after: the last plan whose documents were read; nil begins.
  package func exportedDocuments(after: Plan.ID?, most: Int) async throws -> [ExportedDocument] {
    try await call("desk.export_documents", after.map { .id($0) }, .int(most)).decoded {
      ExportedDocument(plan: try $0.id("plan"), variant: try $0.string("variant"), bytes: try $0.data("bytes"))
    }
  }

  /// Returns the versions of the content that the practice's records were made with, each as the text of a JSON object.
  package func exportedContents() async throws -> [(version: String, pack: String)] {
    try await call("desk.export_contents").decoded { (try $0.string("version"), try $0.string("pack")) }
  }
}
