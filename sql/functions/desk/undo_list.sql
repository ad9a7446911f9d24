create or replace function desk.undo_list()
returns table (verb text, target uuid, client uuid, made_at timestamptz, undo_until timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list undo');
  return query
    select r.verb, r.target, r.client_id, r.made_at, r.undo_until
    from clinic.undoable() as r
    order by r.made_at desc;
end
$$;
