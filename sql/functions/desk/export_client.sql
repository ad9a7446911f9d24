-- Returns all records of a client, also those that were merged into theirs: each with its noun, in the order
-- of an archive. It is in the audit as the copy that a client has a right to.
create or replace function desk.export_client(reference text)
returns table (noun text, record text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
  named record;
begin
  perform clinic.audit('client.export', client.id, client.id);
  for named in
    select n.noun, n.filed_under from clinic.archive_nouns() as n where n.filed_under is not null
  loop
    return query execute
      format(
        'select %L, q.record::text from (%s and t.%I = any ($1)) as q order by q.key, q.record', named.noun,
        clinic.archive_query(named.noun), named.filed_under)
      using ids;
  end loop;
end
$$;
