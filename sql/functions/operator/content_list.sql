create or replace function operator.content_list()
returns table (version text, loaded_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select v.version, v.loaded_at
  from clinic.content_versions as v
  order by v.loaded_at, v.version
$$;
