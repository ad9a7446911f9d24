create or replace function door.schema_version()
returns integer
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(max(number), 0) from clinic.migrations
$$;
