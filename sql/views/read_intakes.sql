-- Intakes as they are to be read: each with the answers of its last amendment, if it has one.
create or replace view clinic.read_intakes
with (security_invoker)
as
select
  i.practice_id, i.id, i.short_id, i.client_id, i.submitted_at, i.state, i.ordinal, i.taken_by, i.returned_question,
  i.returned_message, coalesce(a.content_version, i.content_version) as content_version,
  coalesce(a.answers, i.answers) as answers, coalesce(a.massage, i.massage) as massage,
  1 + coalesce(a.number, 0) as version
from clinic.intakes as i
  left join lateral (
    select a.number, a.content_version, a.answers, a.massage
    from clinic.intake_amendments as a
    where a.practice_id = i.practice_id and a.intake_id = i.id
    order by a.number desc
    limit 1
  ) as a on true;
