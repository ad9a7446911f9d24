create or replace function desk.invite_list()
returns setof clinic.invite_records
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.*
  from clinic.invite_records as r
  order by r.created_at desc, r.id
$$;
