-- Returns the red flags that keep a plan from its client until they are acknowledged, each with the record that raised
-- it: those that are urgent, and those among the plan's pausing flags. They count in the intake that the plan was made
-- from, in newer ones, and in any check-in of the client. In an intake that was filed under another record of the
-- client before a merge they count whatever its age, because whoever accepted the plan's did not see it.
create or replace function clinic.waiting_flags(plan clinic.plans)
returns table (noun text, short_id text, flag text, urgency text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select w.noun, w.short_id, w.flag, w.urgency
  from (
    select 'intake' as noun, i.short_id, f.flag, f.urgency
    from clinic.intakes as i
      join clinic.intake_flags as f on f.practice_id = i.practice_id and f.intake_id = i.id
      left join clinic.intakes as basis on basis.practice_id = i.practice_id and basis.id = plan.intake_id
    where i.practice_id = plan.practice_id
      and i.client_id in (select clinic.client_ids(plan.client_id))
      and (i.id = basis.id or i.submitted_at > basis.submitted_at or i.client_id <> basis.client_id)
      and f.acknowledged_at is null
    union all
    select 'check-in', k.short_id, f.flag, f.urgency
    from clinic.checkins as k
      join clinic.checkin_flags as f on f.practice_id = k.practice_id and f.checkin_id = k.id
    where k.practice_id = plan.practice_id
      and k.client_id in (select clinic.client_ids(plan.client_id))
      and f.acknowledged_at is null) as w
  where w.urgency in ('urgent', 'emergency') or w.flag = any (plan.pausing_flags)
$$;
