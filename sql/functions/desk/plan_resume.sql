-- Resumes a paused plan. Refused while a red flag that pauses it is not acknowledged, because that may be why it was
-- paused.
create or replace function desk.plan_resume(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'paused' then
    perform clinic.refuse('PL409', 'the plan is not paused');
  end if;
  -- Before the checks, as in desk.plan_issue.
  perform clinic.audit('plan.resume', plan.id, plan.client_id);
  perform clinic.refuse_waiting_flags(plan);
  perform clinic.refuse_without_consent(plan.client_id);
  if clinic.has_foreign_basis(plan) then
    perform clinic.refuse('PL423', 'the plan was made from records of another client; revise it instead');
  end if;
  update clinic.plans as p
  set state = 'issued', paused_at = null
  where p.practice_id = plan.practice_id and p.id = plan.id;
end
$$;
