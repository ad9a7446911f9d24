-- Refuses to give a client a plan that breaks a rule of safety.
create or replace function clinic.refuse_unsafe_plan(plan clinic.plans)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  limited text;
begin
  if not exists (
    select from clinic.intakes as i
    where i.practice_id = plan.practice_id and i.id = plan.intake_id and i.state = 'accepted')
  then
    perform clinic.refuse('PL423', 'the intake is not accepted, or was amended since');
  end if;
  if exists (
    select from clinic.evaluations as e
    where e.practice_id = plan.practice_id and e.id = plan.evaluation_id and e.state = 'draft')
  then
    perform clinic.refuse('PL423', 'the evaluation is not signed');
  end if;
  if not exists (
    select from clinic.plan_items as i where i.practice_id = plan.practice_id and i.plan_id = plan.id)
  then
    perform clinic.refuse('PL423', 'the plan has no items');
  end if;

  select string_agg(i.item, ', ' order by i.position) into limited
  from clinic.plan_items as i
  where i.practice_id = plan.practice_id and i.plan_id = plan.id
    and i.effect = 'block' and i.override_reason is null;
  if limited is not null then
    perform clinic.refuse('PL423', 'blocked for this client: ' || limited);
  end if;

  select string_agg(i.item, ', ' order by i.position) into limited
  from clinic.plan_items as i
  where i.practice_id = plan.practice_id and i.plan_id = plan.id
    and i.effect = 'ask_first' and i.override_clinician is null;
  if limited is not null then
    perform clinic.refuse('PL423', 'no clinician has agreed yet: ' || limited);
  end if;
end
$$;
