create or replace function desk.plan_create(
  id uuid, client text, intake text, evaluation text, content_version text, items jsonb)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
  basis constant clinic.intakes := clinic.require_intake(intake);
  examined clinic.evaluations;
begin
  if evaluation is not null then
    examined := clinic.require_evaluation(evaluation);
  end if;
  perform clinic.refuse_foreign_basis(subject.id, basis, examined);
  perform clinic.require_content(plan_create.content_version);
  if not exists (
    select from clinic.plans as p where p.practice_id = subject.practice_id and p.id = plan_create.id)
  then
    perform clinic.refuse_without_consent(subject.id);
    insert into clinic.plans
      (practice_id, id, short_id, client_id, intake_id, evaluation_id, content_version, created_by)
    values (
      clinic.my_practice(), plan_create.id, clinic.new_short_id('plan', plan_create.id), subject.id, basis.id,
      examined.id, plan_create.content_version, clinic.my_id());
    perform clinic.put_plan_items(plan_create.id, items);
    perform clinic.audit('plan.create', plan_create.id, subject.id);
  end if;
  return query select r.* from clinic.plan_records as r where r.id = plan_create.id and r.client = subject.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
