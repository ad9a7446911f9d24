import PostgreSQL
import TestSupport

/// A fingerprint of the database: each table's number of rows and the sum of their versions, which any insert, update
/// or delete changes. Audit entries about reading and printing are left out, because reading itself writes them.
struct DatabaseContents: Equatable {
  let tables: [String: String]

  init(of connection: PostgresConnection) async throws {
    var tables: [String: String] = [:]
    for row in try await connection.query(Statement(Self.sql)) {
      tables[try row.text("name") ?? ""] = try row.text("sum")
    }
    self.tables = tables
  }

  /// The names of the tables that differ.
  func changed(since before: DatabaseContents) -> [String] {
    tables.keys.filter { tables[$0] != before.tables[$0] }.sorted()
  }

  private static let sql = #"""
    select c.oid::regclass::text as name,
      (xpath('//sum/text()', query_to_xml(format(
        'select count(*) || '':'' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0) as sum from %s %s',
        c.oid::regclass,
        case c.relname
          when 'audit_entries' then $$where verb !~ '\.(read|list|find|notes|timeline|who|consents|notices|export|open)$'$$
          when 'audit_reasons' then $$where not exists (select from clinic.audit_entries as e
            where e.practice_id = audit_reasons.practice_id and e.sequence = audit_reasons.sequence
              and e.verb ~ '\.(export|open)$')$$
          else ''
        end), false, true, '')))[1]::text as sum
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$' and c.relname not in ('audit_heads', 'sights')
    union all
    select 'roles', count(*)::text from pg_roles
    """#
}
