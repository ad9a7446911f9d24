-- Amendments count as changes too: who corrects a record says which version of it they read.
create or replace view clinic.evaluation_records
with (security_invoker)
as
select
  e.id, e.short_id, c.id as client, c.full_name as client_name,
  coalesce(a.content_version, e.content_version) as content_version,
  coalesce(a.body, e.body) as body,
  e.state, e.recorded_at, e.signed_at,
  e.version + coalesce(a.number, 0) as version
from clinic.evaluations as e
  join clinic.clients as own on own.practice_id = e.practice_id and own.id = e.client_id
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id)
  left join lateral (
    select a.number, a.content_version, a.body
    from clinic.evaluation_amendments as a
    where a.practice_id = e.practice_id and a.evaluation_id = e.id
    order by a.number desc
    limit 1
  ) as a on true;

create or replace view clinic.intake_records
with (security_invoker)
as
select
  i.id, i.short_id, c.id as client, c.full_name as client_name, i.submitted_at, i.state,
  coalesce(a.content_version, i.content_version) as content_version,
  coalesce(a.answers, i.answers) as answers,
  coalesce(a.massage, i.massage) as massage,
  coalesce(f.flags, '[]') as flags, coalesce(f.open_flags, 0) as open_flags, f.highest_urgency,
  i.returned_question, i.returned_message, 1 + coalesce(a.number, 0) as version
from clinic.intakes as i
  join clinic.clients as own on own.practice_id = i.practice_id and own.id = i.client_id
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id)
  left join lateral (
    select a.number, a.content_version, a.answers, a.massage
    from clinic.intake_amendments as a
    where a.practice_id = i.practice_id and a.intake_id = i.id
    order by a.number desc
    limit 1
  ) as a on true
  left join lateral (
    select
      jsonb_agg(
        jsonb_build_object(
          'flag', f.flag, 'urgency', f.urgency, 'title', f.title, 'acknowledged_at', f.acknowledged_at,
          'action', f.action, 'note', f.note)
        order by array_position(array['emergency', 'urgent', 'refer', 'caution'], f.urgency), f.flag) as flags,
      count(*) filter (where f.acknowledged_at is null) as open_flags,
      (array_agg(
        f.urgency order by array_position(array['emergency', 'urgent', 'refer', 'caution'], f.urgency)))[1]
        as highest_urgency
    from clinic.intake_flags as f
    where f.practice_id = i.practice_id and f.intake_id = i.id
  ) as f on true;
