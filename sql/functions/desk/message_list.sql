-- Returns messages, newest first: at most `most`, or with null all; with `client` those to one client, with
-- `waiting_only` those that are still to be sent.
create or replace function desk.message_list(
  client text default null, waiting_only boolean default false, most integer default null)
returns setof clinic.message_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  about uuid;
begin
  if message_list.client is null then
    perform clinic.require_sight('list messages');
  else
    about := (clinic.require_client(message_list.client)).id;
  end if;
  return query
    select r.*
    from clinic.message_records as r
    where (about is null or r.client = about)
      and (not waiting_only or r.state = 'waiting')
    order by r.created_at desc, r.id
    limit most;
end
$$;
