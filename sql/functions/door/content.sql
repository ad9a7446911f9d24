-- Returns the documents of the content version that an invite asks for, by name. Content holds nothing about anyone, so
-- everyone may read it.
create or replace function door.content(version text)
returns table (name text, document text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.content(version)
$$;
