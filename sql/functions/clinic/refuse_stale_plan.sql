-- Refuses to issue a plan that was not made from the newest records of the client, or that has an item which hurts them
-- since it was drafted, or while an urgent red flag is not acknowledged.
create or replace function clinic.refuse_stale_plan(plan clinic.plans)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  basis timestamptz;
begin
  select i.submitted_at into basis
  from clinic.intakes as i
  where i.practice_id = plan.practice_id and i.id = plan.intake_id
    and i.client_id in (select clinic.client_ids(plan.client_id));
  if not found
    or exists (
      select from clinic.intakes as i
      where i.practice_id = plan.practice_id and i.client_id in (select clinic.client_ids(plan.client_id))
        and i.state = 'accepted' and i.submitted_at > basis)
  then
    perform clinic.refuse('PL423', 'a newer intake was accepted; draft or look at the plan again');
  end if;
  if plan.evaluation_id is distinct from (
    select e.id
    from clinic.evaluations as e
    where e.practice_id = plan.practice_id and e.client_id in (select clinic.client_ids(plan.client_id))
      and e.state <> 'draft'
    order by e.recorded_at desc, e.id desc
    limit 1)
  then
    perform clinic.refuse('PL423', 'another evaluation is the newest; draft or look at the plan again');
  end if;
  if exists (
    select from clinic.item_pauses as h
      join clinic.plan_items as i on i.practice_id = h.practice_id and i.item = h.item
    where h.practice_id = plan.practice_id and h.plan_id = plan.revises and i.plan_id = plan.id
      and h.paused_at > plan.created_at)
  then
    perform clinic.refuse('PL423', 'the client told since that an item hurts; remove it, or draft again');
  end if;
  perform clinic.refuse_waiting_flags(plan);
end
$$;
