-- Stores a version of the content for ever. The same version with different content is refused, because records refer
-- to it.
create or replace function operator.content_load(version text, pack jsonb)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  loaded jsonb;
begin
  perform from clinic.migration_turn for update;
  select v.pack into loaded from clinic.content_versions as v where v.version = content_load.version;
  if loaded is null then
    insert into clinic.content_versions (version, pack) values (content_load.version, content_load.pack);
    return true;
  elsif loaded <> content_load.pack then
    perform clinic.refuse('PL409', 'content version ' || version || ' was loaded with other content');
  end if;
  return false;
end
$$;
