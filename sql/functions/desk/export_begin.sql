-- Writes into the audit that the whole practice is exported, which only its owner may do.
create or replace function desk.export_begin()
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_owner();
  perform clinic.audit('practice.export', null, null);
end
$$;
