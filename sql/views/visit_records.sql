-- Visits as they are to be read: each with everything that was added after it was signed, oldest first.
create or replace view clinic.visit_records
with (security_invoker)
as
select
  v.id, v.short_id, c.client, c.client_name, v.held_on, v.minutes, v.note, v.state, v.recorded_at,
  r.display_name as author, v.signed_at, s.display_name as signed_by, a.amendments,
  v.version + jsonb_array_length(a.amendments) as version
from clinic.visits as v
  join clinic.record_clients as c
    on c.practice_id = v.practice_id and c.filed_under = v.client_id
  join clinic.practitioners as r on r.practice_id = v.practice_id and r.id = v.recorded_by
  left join clinic.practitioners as s on s.practice_id = v.practice_id and s.id = v.signed_by
  cross join lateral (
    select
      coalesce(
        jsonb_agg(
          jsonb_build_object('words', m.words, 'author', p.display_name, 'amended_at', m.amended_at)
          order by m.number),
        '[]') as amendments
    from clinic.visit_amendments as m
      join clinic.practitioners as p on p.practice_id = m.practice_id and p.id = m.author
    where m.practice_id = v.practice_id and m.visit_id = v.id
  ) as a;
