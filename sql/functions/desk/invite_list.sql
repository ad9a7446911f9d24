create or replace function desk.invite_list()
returns setof clinic.invite_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_sight('list invites');
  return query
    select r.*
    from clinic.invite_records as r
    order by r.created_at desc, r.id;
end
$$;
