-- Refuses while an urgent red flag is not acknowledged: in the intake that the plan was made from, in a newer one, or
-- in any check-in of the client.
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
  if exists (
    select
    from clinic.checkins as k
      join clinic.checkin_flags as f on f.practice_id = k.practice_id and f.checkin_id = k.id
    where k.practice_id = plan.practice_id
      and k.client_id in (select clinic.client_ids(plan.client_id))
      and f.urgency in ('urgent', 'emergency')
      and f.acknowledged_at is null)
  then
    perform clinic.refuse('PL423', 'a check-in with an urgent red flag is waiting to be read');
  end if;
end
$$;
