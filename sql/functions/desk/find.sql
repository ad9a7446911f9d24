-- Returns where these words occur, newest first, as clinic.hits finds them: in names and contacts, and in the records
-- of clients that were opened before (desk.find_open).
create or replace function desk.find(words text, most integer, of_kind text default null)
returns table (
  kind text, id uuid, short_id text, client uuid, client_name text, at timestamptz, excerpt text,
  content_version text, question text, answer jsonb)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list find');
  perform clinic.audit('practice.find', null, null);
  return query
    select h.*
    from clinic.hits(words, of_kind) as h
    where h.kind = 'client' or clinic.has_sight('client ' || h.client)
    order by h.at desc
    limit most;
end
$$;
