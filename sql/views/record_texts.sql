-- What was said and written about clients, one row for each record, as a search reads it. `answers` are those of an
-- intake as they are to be read. Their `body` has the words of them, choices by their ids; what is more than a word is
-- there as JSON, since taking it apart would cost ten times as much. Open is what may still go away: see
-- clinic.record_words.
create or replace view clinic.record_texts
with (security_invoker)
as
select
  n.practice_id, 'note' as kind, n.id, null::text as short_id, n.client_id, n.written_at as at, false as is_open,
  n.note as body, null::text as content_version, null::jsonb as answers
from clinic.client_notes as n
where n.struck_at is null
union all
select
  i.practice_id, 'intake', i.id, i.short_id, i.client_id, i.submitted_at,
  i.state in ('submitted', 'flagged', 'amended'), w.words, i.content_version, i.answers
from clinic.read_intakes as i
  cross join lateral (
    select string_agg(e.value #>> '{}', ' ') as words
    from jsonb_each(i.answers) as e
    where jsonb_typeof(e.value) not in ('number', 'boolean')
  ) as w
union all
select
  v.practice_id, 'visit', v.id, v.short_id, v.client_id, v.recorded_at, v.state = 'draft', w.words, null, null
from clinic.visits as v
  cross join lateral (
    select string_agg(leaf.words, ' ') as words
    from (
      select n.value from jsonb_each_text(v.note) as n
      union all
      select m.words
      from clinic.visit_amendments as m
      where m.practice_id = v.practice_id and m.visit_id = v.id
    ) as leaf (words)
  ) as w
union all
select p.practice_id, 'plan', p.id, p.short_id, p.client_id, p.created_at, p.state = 'draft', p.message, null, null
from clinic.plans as p
where p.message is not null;
