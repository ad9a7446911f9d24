import Clinical
import Foundation
import PostgreSQL

extension Desk {
  package func addClient(
    id: Client.ID, name: String, email: String?, phone: String?, birthDate: CalendarDate?
  ) async throws -> Client {
    try await database.call(
      "desk.client_add", .id(id), .text(name), email.map { .text($0) }, phone.map { .text($0) },
      birthDate.map { .day($0) }
    ).only(as: Client.init)
  }

  package func clients(includingArchived: Bool = false) async throws -> [Client] {
    try await database.call("desk.client_list", .bool(includingArchived)).decoded(as: Client.init)
  }

  package func client(_ reference: String) async throws -> Client {
    try await database.call("desk.client_get", .text(reference)).only(as: Client.init)
  }
}
