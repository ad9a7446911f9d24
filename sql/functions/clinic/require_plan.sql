-- Returns the row of a plan of a client whom this session may see and has opened, locked until the end of the
-- transaction.
create or replace function clinic.require_plan(reference text)
returns clinic.plans
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  plan clinic.plans;
begin
  perform clinic.require_sight('client ' || r.client)
  from clinic.plan_records as r
  where r.id = clinic.id_of('plan', reference);
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
  select p.* into plan
  from clinic.plans as p
  where p.practice_id = (select clinic.my_practice()) and p.id = clinic.id_of('plan', reference)
  for update;
  return plan;
end
$$;
