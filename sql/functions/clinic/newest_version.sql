-- Returns the version of the content in use, with which a record is made where nobody chooses one.
create or replace function clinic.newest_version()
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select v.version
  from clinic.content_versions as v
  order by v.loaded_at desc, v.version desc
  limit 1
$$;
