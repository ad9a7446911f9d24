-- Returns invites, newest first: at most `most`, or with null all. Those that wait for the client are few, and have an
-- index of their own.
create or replace function desk.invite_list(open_only boolean default false, most integer default null)
returns setof clinic.invite_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_sight('list invites');
  if open_only then
    return query
      select r.*
      from clinic.invite_records as r
      where r.is_open and r.expires_at > statement_timestamp()
      order by r.created_at desc, r.id
      limit most;
  else
    return query
      select r.*
      from clinic.invite_records as r
      order by r.created_at desc, r.id
      limit most;
  end if;
end
$$;
