create or replace function desk.plan_get(reference text)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  perform clinic.audit('plan.read', plan.id, plan.client_id);
  return query select r.* from clinic.plan_records as r where r.id = plan.id;
end
$$;
