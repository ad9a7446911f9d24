-- What is to be known of a client before anything else; the oldest first.
create or replace function desk.client_notices(reference text)
returns table (need text, subject text, detail text, since timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
begin
  perform clinic.audit('client.notices', client.id, client.id);
  return query
    select n.need, n.subject, n.detail, n.since
    from clinic.client_notices as n
    -- The ids are what an index is read by.
    where n.filed_under = any (ids)
    order by n.since, n.subject;
end
$$;
