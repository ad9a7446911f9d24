create or replace function desk.visit_get(reference text)
returns setof clinic.visit_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  visit constant clinic.visits := clinic.require_visit(reference);
begin
  perform clinic.audit('visit.read', visit.id, visit.client_id);
  return query select r.* from clinic.visit_records as r where r.id = visit.id;
end
$$;
