-- Intakes as they are to be read: each with the answers of its last amendment, if it has one.
create or replace view clinic.intake_records
with (security_invoker)
as
select
  i.id, i.short_id, c.client, c.client_name, i.submitted_at, i.state,
  coalesce(a.content_version, i.content_version) as content_version,
  coalesce(a.answers, i.answers) as answers,
  coalesce(a.massage, i.massage) as massage,
  coalesce(f.flags, '[]') as flags, coalesce(f.open_flags, 0) as open_flags, f.highest_urgency,
  i.returned_question, i.returned_message, 1 + coalesce(a.number, 0) as version, i.ordinal
from clinic.intakes as i
  join clinic.record_clients as c
    on c.practice_id = i.practice_id and c.filed_under = i.client_id
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
