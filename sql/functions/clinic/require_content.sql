-- Refuses a version of the content that was never loaded.
create or replace function clinic.require_content(version text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from clinic.content_versions as v where v.version = require_content.version) then
    perform clinic.refuse('PL422', 'this content version is not loaded');
  end if;
end
$$;
