-- Whether a plan was made from an intake or an evaluation of somebody else, as it is after a merge was taken back in
-- whose time the plan was made.
create or replace function clinic.has_foreign_basis(plan clinic.plans)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from clinic.intakes as i
    where i.practice_id = plan.practice_id and i.id = plan.intake_id
      and i.client_id not in (select clinic.client_ids(plan.client_id))
    union all
    select from clinic.evaluations as e
    where e.practice_id = plan.practice_id and e.id = plan.evaluation_id
      and e.client_id not in (select clinic.client_ids(plan.client_id)))
$$;
