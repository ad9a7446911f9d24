-- The documents of the version that a record was made with, by name. Everybody may read them: they say nothing of
-- anyone.
create or replace function desk.content(version text)
returns table (name text, document text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.content(version)
$$;
