create or replace function operator.practitioner_deactivate(practice uuid, reference text, successor text)
returns bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice);
  return clinic.deactivate(clinic.require_practitioner(reference), clinic.require_practitioner(successor));
end
$$;
