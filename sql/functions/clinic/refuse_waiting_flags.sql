-- Nothing grave is waiting to be read: of the intake that a plan was made from and of every newer one, the urgent red
-- flags are acknowledged.
create or replace function clinic.refuse_waiting_flags(plan clinic.plans)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select
    from clinic.intakes as i
      join clinic.intake_flags as f on f.practice_id = i.practice_id and f.intake_id = i.id
    where i.practice_id = plan.practice_id
      and i.client_id in (select clinic.client_ids(plan.client_id))
      and (
        i.id = plan.intake_id
        or i.submitted_at > (
          select basis.submitted_at
          from clinic.intakes as basis
          where basis.practice_id = plan.practice_id and basis.id = plan.intake_id))
      and f.urgency in ('urgent', 'emergency')
      and f.acknowledged_at is null)
  then
    perform clinic.refuse('PL423', 'an intake with an urgent red flag is waiting to be read');
  end if;
end
$$;
