-- Check-ins as they are to be read: each with the flags it raised, the items it paused, and the numbers of the intake
-- that its plan was made from, which it is compared with.
create or replace view clinic.checkin_records
with (security_invoker)
as
select
  k.id, k.short_id, c.client, c.client_name, k.plan_id as plan, p.short_id as plan_short_id, p.state as plan_state,
  p.issued_at as plan_issued_at, k.form, k.submitted_at, k.content_version, k.answers,
  coalesce(f.flags, '[]') as flags, coalesce(f.open_flags, 0) as open_flags,
  (
    select coalesce(jsonb_agg(i.item order by i.item), '[]')
    from clinic.item_pauses as i
    where i.practice_id = k.practice_id and i.checkin_id = k.id
  ) as paused_items,
  (
    select coalesce(jsonb_object_agg(a.key, a.value), '{}')
    from clinic.intake_records as i
      cross join lateral jsonb_each(i.answers) as a
    where i.id = p.intake_id and i.client = c.client and jsonb_typeof(a.value) = 'number'
  ) as baseline,
  k.read_at, r.display_name as read_by, k.note
from clinic.checkins as k
  join clinic.record_clients as c
    on c.practice_id = k.practice_id and c.filed_under = k.client_id
  join clinic.plans as p on p.practice_id = k.practice_id and p.id = k.plan_id
  left join clinic.practitioners as r on r.practice_id = k.practice_id and r.id = k.read_by
  left join lateral (
    select
      jsonb_agg(
        jsonb_build_object(
          'flag', f.flag, 'urgency', f.urgency, 'title', f.title, 'acknowledged_at', f.acknowledged_at,
          'action', f.action, 'note', f.note)
        order by array_position(array['emergency', 'urgent', 'refer', 'caution'], f.urgency), f.flag) as flags,
      count(*) filter (where f.acknowledged_at is null) as open_flags
    from clinic.checkin_flags as f
    where f.practice_id = k.practice_id and f.checkin_id = k.id
  ) as f on true;
