-- The erased clients of all practices, as opaque ids: to be kept outside the backups, and done again after a restore.
create or replace function operator.erasure_list()
returns table (practice uuid, client uuid, erased_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  one uuid;
begin
  for one in select p.practice_id from clinic.practices as p order by p.practice_id loop
    perform clinic.enter(one);
    return query
      select e.practice_id, e.client_id, e.erased_at
      from clinic.erasures as e
      where e.practice_id = one
      order by e.erased_at, e.client_id;
  end loop;
  perform clinic.enter(null);
end
$$;
