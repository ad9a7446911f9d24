create or replace function desk.practitioner_deactivate(reference text, successor text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_owner();
  return clinic.deactivate(clinic.require_practitioner(reference), clinic.require_practitioner(successor));
end
$$;
