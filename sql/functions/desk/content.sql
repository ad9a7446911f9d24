-- Returns the documents of the content version that a record was made with, by name. Content holds nothing about
-- anyone, so every therapist may read it.
create or replace function desk.content(version text)
returns table (name text, document text)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from clinic.content(version)
$$;
