-- Returns the caller's changes that can still be undone, newest first; of an invitation its short id and state, too,
-- and of an import how many clients would be taken back, and how many would stay.
create or replace function desk.undo_list()
returns table (
  verb text, target uuid, client uuid, made_at timestamptz, undo_until timestamptz, invite text, invite_state text,
  clients integer, kept integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list undo');
  return query
    select
      r.verb, r.target, r.client_id, r.made_at, r.undo_until, i.short_id, i.state, u.clients,
      jsonb_array_length(r.before -> 'clients') - u.clients
    from clinic.undoable() as r
      left join lateral (
        select count(*)::integer as clients from clinic.untouched_arrivals(r)
      ) as u on r.verb = 'client.import'
      left join clinic.invites as i on i.practice_id = r.practice_id and i.id = r.target
    order by r.made_at desc;
end
$$;
