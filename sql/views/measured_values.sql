-- What clients told of each measure, in intakes and check-ins: the mean of the questions that ask it. Whose it is, who
-- may see it, and of which client it is by now, are for those who ask (`clinic.my_files`). Of what is closed there are
-- `clinic.client_courses`; what is open waits to be read.
--
-- The answers of an intake are taken out of their storage once, and not again for each question. `offset 0` keeps that
-- apart, and the questions are a table of their own, since they come out of the whole content.
create or replace view clinic.measured_values
with (security_invoker)
as
with questions as materialized (
  select m.measure, m.question from clinic.measure_questions as m
)
select t.practice_id, t.client_id, t.submitted_at, t.id, v.measure, v.value, t.is_open
from (
  select
    i.practice_id, i.client_id, i.submitted_at, i.id, i.answers,
    i.state in ('submitted', 'flagged', 'amended') as is_open
  from clinic.read_intakes as i
  where i.state <> 'returned'
  union all
  select k.practice_id, k.client_id, k.submitted_at, k.id, k.answers, k.read_at is null
  from clinic.checkins as k
) as t
  cross join lateral (
    select q.measure, trim_scale(avg((w.answers ->> q.question)::numeric)) as value
    from (select t.answers #> '{}' as answers offset 0) as w
      cross join questions as q
    where jsonb_typeof(w.answers -> q.question) = 'number'
    group by q.measure
  ) as v;
