-- Returns the caller's changes that can still be undone, newest first; of an invitation its short id and state, too.
create or replace function desk.undo_list()
returns table (
  verb text, target uuid, client uuid, made_at timestamptz, undo_until timestamptz, invite text, invite_state text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list undo');
  return query
    select r.verb, r.target, r.client_id, r.made_at, r.undo_until, i.short_id, i.state
    from clinic.undoable() as r
      left join clinic.invites as i on i.practice_id = r.practice_id and i.id = r.target
    order by r.made_at desc;
end
$$;
