-- Creates a draft with the items of an issued plan but for those that are paused because they hurt, and replaces that
-- plan when it is issued. The same id again returns the same draft.
--
-- `basis` is what the draft is made from: {"intake", "evaluation", "content_version"}; null takes it from the plan.
create or replace function desk.plan_revise(id uuid, reference text, basis jsonb default null)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan clinic.plans := clinic.require_plan(reference);
  examined clinic.evaluations;
begin
  if not exists (
    select from clinic.plans as p where p.practice_id = plan.practice_id and p.id = plan_revise.id)
  then
    if plan.state not in ('issued', 'paused') then
      perform clinic.refuse('PL409', 'only an issued plan is revised; this one is ' || plan.state);
    end if;
    perform clinic.refuse_without_consent(plan.client_id);
    if basis is not null then
      if basis ->> 'evaluation' is not null then
        examined := clinic.require_evaluation(basis ->> 'evaluation');
      end if;
      perform clinic.refuse_foreign_basis(plan.client_id, clinic.require_intake(basis ->> 'intake'), examined);
      perform clinic.require_content(basis ->> 'content_version');
      plan.intake_id := (basis ->> 'intake')::uuid;
      plan.evaluation_id := examined.id;
      plan.content_version := basis ->> 'content_version';
    end if;
    insert into clinic.plans
      (practice_id, id, short_id, client_id, intake_id, evaluation_id, revises, content_version, next_visit,
        message, created_by)
    values (
      plan.practice_id, plan_revise.id, clinic.new_short_id('plan', plan_revise.id), plan.client_id,
      plan.intake_id, plan.evaluation_id, plan.id, plan.content_version, plan.next_visit, plan.message,
      clinic.my_id());
    insert into clinic.plan_items
      (practice_id, plan_id, position, item, phase, sources, effect, reasons, override_reason, override_clinician,
        override_date, dose, note)
    select
      i.practice_id, plan_revise.id, i.position, i.item, i.phase, i.sources, i.effect, i.reasons, i.override_reason,
      i.override_clinician, i.override_date, i.dose, i.note
    from clinic.plan_items as i
    where i.practice_id = plan.practice_id and i.plan_id = plan.id
      and not exists (
        select from clinic.item_pauses as h
        where h.practice_id = i.practice_id and h.plan_id = i.plan_id and h.item = i.item);
    perform clinic.audit('plan.revise', plan_revise.id, plan.client_id);
  end if;
  return query select r.* from clinic.plan_records as r where r.id = plan_revise.id and r.revises = plan.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
