-- The measures of the newest content, a row for each question of the intake or the check-in that asks one on its own
-- scale. A change of one point in `direction` is for the better. `#> '{}'` takes the content out of its storage once.
create or replace view clinic.measure_questions
with (security_invoker)
as
select
  m.value ->> 'id' as measure, m.value ->> 'name' as name, m.place, q.question,
  case m.value ->> 'better' when 'lower' then -1 else 1 end as direction,
  (m.value -> 'meaningful' ->> 'points')::numeric as points,
  (m.value -> 'meaningful' ->> 'percent')::numeric as percent
from (
  select n.pack #> '{}' as pack
  from (select v.pack from clinic.content_versions as v order by v.loaded_at desc limit 1) as n
  offset 0
) as c
  cross join lateral jsonb_array_elements(c.pack -> 'outcomes' -> 'measures') with ordinality as m (value, place)
  cross join lateral jsonb_array_elements_text(m.value -> 'asked_by') as q (question)
  join lateral (
    select a.value from jsonb_array_elements(c.pack -> 'questions' -> 'questions') as a
    union all
    select a.value from jsonb_array_elements(c.pack -> 'outcomes' -> 'checkin') as a
  ) as asked on asked.value ->> 'id' = q.question
where asked.value -> 'min' = m.value -> 'min' and asked.value -> 'max' = m.value -> 'max';
