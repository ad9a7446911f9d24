import Records
import Sealing

extension Practitioner {
  /// Returns a name for the database role of a new practitioner. It is random, because the roles of a database are
  /// listed in the catalogue of its whole cluster.
  package static func opaqueLogin() -> String {
    let letters = "abcdefghjkmnpqrstvwxyz0123456789"
    return "t_" + String((0..<8).compactMap { _ in letters.randomElement() })
  }
}

extension Operator {
  /// Makes a password for the role of a practitioner. The database gets its verifier only, and it is shown once.
  package func newPassword(for login: String) async throws -> (text: String, verifier: String) {
    let text = LinkToken().text
    return (text, try await verifier(of: text, for: login))
  }
}
