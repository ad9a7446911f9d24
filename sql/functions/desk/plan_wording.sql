-- Returns the wording of a plan as it was issued. This is an export, and audited as one.
create or replace function desk.plan_wording(reference text)
returns table (wording text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.wording is null then
    perform clinic.refuse('PL409', 'only an issued plan has its wording; this one is ' || plan.state);
  end if;
  perform clinic.audit('plan.export', plan.id, plan.client_id, 'wording');
  return query select plan.wording::text;
end
$$;
