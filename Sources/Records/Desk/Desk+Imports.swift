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
}
