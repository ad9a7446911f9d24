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
      h.kind, h.id, h.short_id, c.id, c.full_name, h.at, h.body, h.content_version, h.question, h.answer
    from clinic.hits(words, of_kind, most, clinic.my_open_files()) as h
      -- What is found is the caller's to see, so each client is read by the key: in a practice far larger than most,
      -- clinic.record_clients would be read whole for each place. With coalesce, which the planner does not take for
      -- leakproof, so would this.
      join clinic.clients as own on own.practice_id = (select clinic.my_practice()) and own.id = h.filed_under
      join clinic.clients as c
        on c.practice_id = own.practice_id
          and c.id = case when own.merged_into is null then own.id else own.merged_into end
    order by h.at desc
    limit most;
end
$$;
