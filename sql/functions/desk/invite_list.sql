-- Returns invites, newest first: those of a client, or with null those of all clients that the caller may see; at most
-- `most`, or with null all. Those that wait for the client are few, and have an index of their own. Planned for what is
-- asked each time, since each of these has another index.
create or replace function desk.invite_list(
  open_only boolean default false, of_client text default null, most integer default null)
returns setof clinic.invite_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  subject clinic.clients;
begin
  if of_client is null then
    perform clinic.require_sight('list invites');
  else
    subject := clinic.require_client(of_client);
  end if;
  return query
    select r.*
    from clinic.invite_records as r
    where (subject.id is null or r.client = subject.id)
      and (not open_only or r.is_open and r.expires_at > statement_timestamp())
    order by r.created_at desc, r.id
    limit most;
end
$$;
