-- Replaces the items of a draft. Refused if its version is not `version`; null skips this check. `reason` is why
-- something is outside of what the content calls safe; it goes into the audit.
create or replace function desk.plan_set_items(
  reference text, items jsonb, version integer default null, reason text default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'draft' then
    perform clinic.refuse('PL409', 'the plan is issued; revise it');
  elsif plan_set_items.version <> plan.version then
    perform clinic.refuse('PL412', 'the plan was changed by somebody else meanwhile');
  end if;
  perform clinic.put_plan_items(plan.id, items);
  update clinic.plans as p
  set version = p.version + 1
  where p.practice_id = plan.practice_id and p.id = plan.id;
  perform clinic.audit('plan.edit', plan.id, plan.client_id, reason);
end
$$;
