-- The row of a plan whose client this session may see, locked until the end of the transaction.
create or replace function clinic.require_plan(reference text)
returns clinic.plans
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  plan clinic.plans;
begin
  select p.* into plan
  from clinic.plans as p
  where p.id = clinic.id_of('plan', reference)
    and p.practice_id = (select clinic.my_practice())
    and exists (select from clinic.plan_records as r where r.id = p.id)
  for update of p;
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
  return plan;
end
$$;
