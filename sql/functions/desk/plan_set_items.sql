create or replace function desk.plan_set_items(reference text, items jsonb)
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
  end if;
  perform clinic.put_plan_items(plan.id, items);
  perform clinic.audit('plan.edit', plan.id, plan.client_id);
end
$$;
