-- Changes the next visit and the message to the client of a draft. Refused if its version is not `version`; null skips
-- this check.
create or replace function desk.plan_describe(
  reference text, next_visit date, message text, version integer default null)
returns setof clinic.plan_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant clinic.plans := clinic.require_plan(reference);
begin
  if plan.state <> 'draft' then
    perform clinic.refuse('PL409', 'the plan is issued; revise it');
  elsif plan_describe.version <> plan.version then
    perform clinic.refuse('PL412', 'the plan was changed by somebody else meanwhile');
  end if;
  update clinic.plans as p
  set next_visit = plan_describe.next_visit, message = plan_describe.message, version = p.version + 1
  where p.practice_id = plan.practice_id and p.id = plan.id;
  perform clinic.audit('plan.edit', plan.id, plan.client_id);
  return query select r.* from clinic.plan_records as r where r.id = plan.id;
end
$$;
