create or replace function operator.settings()
returns table (name text, value text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.settings()
$$;
