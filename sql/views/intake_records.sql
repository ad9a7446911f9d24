-- Intakes as they are to be read, with their clients and red flags.
create or replace view clinic.intake_records
with (security_invoker)
as
select
  i.id, i.short_id, c.client, c.client_name, i.submitted_at, i.state, i.content_version, i.answers, i.massage,
  coalesce(f.flags, '[]') as flags, coalesce(f.open_flags, 0) as open_flags, f.highest_urgency,
  i.returned_question, i.returned_message, i.version, i.ordinal,
  i.taken_by is not null as is_typed_in
from clinic.read_intakes as i
  join clinic.record_clients as c
    on c.practice_id = i.practice_id and c.filed_under = i.client_id
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
