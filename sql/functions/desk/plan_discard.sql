-- Removes a plan that was never issued. Refused if its version is not `version`; null skips this check.
create or replace function desk.plan_discard(reference text, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'draft' then
    perform clinic.refuse('PL409', 'the plan was issued; an issued plan stays in the record');
  elsif plan_discard.version <> plan.version then
    perform clinic.refuse('PL412', 'the plan was changed by somebody else meanwhile');
  end if;
  delete from clinic.plans as p
  where p.practice_id = plan.practice_id and p.id = plan.id;
  perform clinic.audit('plan.discard', plan.id, plan.client_id);
end
$$;
