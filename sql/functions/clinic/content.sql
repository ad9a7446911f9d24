-- Returns the documents of one version of the content, by name.
create or replace function clinic.content(version text)
returns table (name text, document text)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  select d.key, d.value::text
  from clinic.content_versions as v
    cross join jsonb_each(v.pack) as d
  where v.version = content.version;
  if not found then
    perform clinic.refuse('PL404', 'content version');
  end if;
end
$$;
