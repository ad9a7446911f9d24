-- Returns the newest places where these words occur, as clinic.hits finds them: in names and contacts, and in the
-- records of clients that were opened before (desk.find_open). Those of others take no place from them, or it would
-- show that there are some.
create or replace function desk.find(words text, most integer, of_kind text default null)
returns table (
  kind text, id uuid, short_id text, client uuid, client_name text, at timestamptz, body text,
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
    select
      h.kind, h.id, h.short_id, c.client, c.client_name, h.at, h.body, h.content_version, h.question, h.answer
    from clinic.hits(words, of_kind, most, clinic.my_open_files()) as h
      join clinic.record_clients as c
        on c.practice_id = (select clinic.my_practice()) and c.filed_under = h.filed_under
    order by h.at desc
    limit most;
end
$$;
