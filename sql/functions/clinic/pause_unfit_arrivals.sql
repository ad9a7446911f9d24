-- Pauses the plans of a practice that has just arrived that could not be resumed here, as they would have been where it
-- comes from, and returns how many. Passed over are clients who have nothing on record that could pause a plan, as most
-- do: no flag that nobody has acknowledged, no refusal of what care rests on, no wish to take it back, and no plan made
-- from records that are filed under another client.
create or replace function clinic.pause_unfit_arrivals()
returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
  with suspect as (
    select i.client_id
    from clinic.intakes as i
      join clinic.intake_flags as f on f.practice_id = i.practice_id and f.intake_id = i.id
    where i.practice_id = (select clinic.my_practice()) and f.acknowledged_at is null
    union
    select k.client_id
    from clinic.checkins as k
      join clinic.checkin_flags as f on f.practice_id = k.practice_id and f.checkin_id = k.id
    where k.practice_id = (select clinic.my_practice()) and f.acknowledged_at is null
    union
    select e.client_id
    from clinic.consents as e
    where e.practice_id = (select clinic.my_practice())
      and e.state in ('refused', 'withdrawn') and clinic.is_required_consent(e.consent)
    union
    select w.client_id
    from clinic.wishes as w
    where w.practice_id = (select clinic.my_practice()) and w.kind = 'withdraw_consent' and w.done_at is null
    union
    select p.client_id
    from clinic.plans as p
      left join clinic.intakes as i on i.practice_id = p.practice_id and i.id = p.intake_id
      left join clinic.evaluations as e on e.practice_id = p.practice_id and e.id = p.evaluation_id
    where p.practice_id = (select clinic.my_practice())
      and (i.client_id <> p.client_id or e.client_id <> p.client_id)
  ),
  clients as (
    select distinct coalesce(f.merged_into, f.id) as id
    from suspect as s
      join clinic.clients as f on f.practice_id = (select clinic.my_practice()) and f.id = s.client_id
  )
  select coalesce(sum(clinic.pause_unfit_plans(c.id)), 0) from clients as c
$$;
