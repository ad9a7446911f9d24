-- Pauses a plan, so that its page does not open. Undo does not resume it, because only `plan resume` checks the plan
-- first.
create or replace function desk.plan_pause(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'issued' then
    perform clinic.refuse('PL409', 'only an issued plan is paused; this one is ' || plan.state);
  end if;
  update clinic.plans as p
  set state = 'paused', paused_at = now()
  where p.practice_id = plan.practice_id and p.id = plan.id;
  perform clinic.write_pause_message(plan);
  perform clinic.audit('plan.pause', plan.id, plan.client_id);
end
$$;
