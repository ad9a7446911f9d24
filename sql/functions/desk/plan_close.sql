create or replace function desk.plan_close(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state not in ('issued', 'paused') then
    perform clinic.refuse('PL409', 'only an issued plan is closed; this one is ' || plan.state);
  end if;
  update clinic.plans as p
  set state = 'closed', closed_at = now(), paused_at = null
  where p.practice_id = plan.practice_id and p.id = plan.id;
  perform clinic.audit('plan.close', plan.id, plan.client_id);
end
$$;
