create or replace function desk.intake_get(reference text)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
begin
  perform clinic.audit('intake.read', intake.id, intake.client_id);
  return query select r.* from clinic.intake_records as r where r.id = intake.id;
end
$$;
