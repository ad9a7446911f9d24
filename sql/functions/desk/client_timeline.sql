-- Returns everything that happened with a client, newest first. `what` is a verb of the audit.
create or replace function desk.client_timeline(reference text, since timestamptz)
returns table (at timestamptz, what text, id uuid, short_id text, state text, detail text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
begin
  perform clinic.audit('client.timeline', client.id, client.id);
  return query
    select e.at, e.what, e.id, e.short_id, e.state, e.detail
    from clinic.client_events as e
    where e.practice_id = client.practice_id and e.client_id = any (ids)
      and (client_timeline.since is null or e.at >= client_timeline.since)
    order by e.at desc, e.what;
end
$$;
