import PostgreSQL
import Sealing

extension PostgresConnection {
  /// Lets an invite be past its time, as if its link had ended.
  func end(_ token: LinkToken) async throws {
    _ = try await query(
      Statement(
        """
        update clinic.invites as i set created_at = '2020-01-01', expires_at = '2020-01-02'
        from clinic.links as l where l.target = i.id and l.secret_hash = $1
        """, [.bytes(token.hash)]))
  }
}
