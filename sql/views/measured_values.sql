-- What clients told of each measure, in intakes and check-ins: the mean of the questions that ask it.
--
-- The answers of an intake are taken out of their storage once, and not again for each question. `offset 0` keeps that
-- apart, and the questions are a table of their own, since they come out of the whole content.
create or replace view clinic.measured_values
with (security_invoker)
as
with questions as materialized (
  select m.measure, m.question from clinic.measure_questions as m
)
select c.client, t.submitted_at, v.measure, v.value
from (
  select i.practice_id, i.client_id, i.submitted_at, i.answers
  from clinic.read_intakes as i
  where i.state <> 'returned'
  union all
  select k.practice_id, k.client_id, k.submitted_at, k.answers
  from clinic.checkins as k
) as t
  join clinic.record_clients as c on c.practice_id = t.practice_id and c.filed_under = t.client_id
  cross join lateral (
    select q.measure, avg((w.answers ->> q.question)::numeric) as value
    from (select t.answers #> '{}' as answers offset 0) as w
      cross join questions as q
    where jsonb_typeof(w.answers -> q.question) = 'number'
    group by q.measure
  ) as v;
