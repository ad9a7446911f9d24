-- The courses that are kept of each client are those that their closed records give, whatever is done with these; and
-- the report reads what is open beside them.
\ir fixture.sql
select no_plan();

create function tap.pain(client text)
returns text
language sql
as $$
  select coalesce(string_agg(k.measure || ' ' || k.told::text, ' '), 'none')
  from clinic.client_courses as k
  where k.client_id = tap.spelled('{' || client || '}')::uuid
$$;
-- Makes a call, and tells the course of Ana and of Bo, or of whom it differs from the records.
create function tap.courses_after(login text, call text)
returns text
language plpgsql
as $$
declare
  wrong text;
begin
  perform tap.must(login, call);
  select string_agg(coalesce(k.client_id, c.client_id)::text, ' ') into wrong
  from clinic.client_courses as k
    full join (
      select p.practice_id, r.*
      from clinic.practices as p
        cross join lateral clinic.courses(
          p.practice_id, array(select o.id from clinic.clients as o where o.practice_id = p.practice_id), false) as r
    ) as c on (k.practice_id, k.client_id, k.measure) = (c.practice_id, c.client_id, c.measure)
  where (k.told_at, k.told) is distinct from (c.told_at, c.told);
  return coalesce('wrong: ' || wrong, tap.pain('ana') || ', ' || tap.pain('bo'));
end
$$;
insert into tap.names
values
  ('bo intake', '01900000-0000-7000-8000-0000000000c1'), ('by paper', '01900000-0000-7000-8000-0000000000c2'),
  ('cy', '01900000-0000-7000-8000-0000000000c3'), ('newest', '01900000-0000-7000-8000-0000000000c4');

-- Content that measures makes the courses of what was told before.
select is(tap.pain('ana'), 'none', 'where nothing is measured, there are none');
\ir measures.sql
select is(tap.courses_after('mira', 'desk.whoami()'), 'om.pain {7}, none', 'what is closed, once the content measures it');

select is(tap.courses_after(login, call), expected, call)
from (
  values
    (1, 'mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, 'om.pain {7}, none'),
    (2, 'mira', $$desk.intake_accept('{flagged}')$$, 'om.pain {7,5}, none'),
    (3, 'mira', $$desk.checkin_acknowledge('{checkin}')$$, 'om.pain {7,5,4}, none'),
    (4, 'mira', $$desk.intake_amend('{flagged}', '{"pain.now": 3, "pain.avg7": 2}', '1.0.0', '[]', 'ok', 'typo')$$, 'om.pain {7,4}, none'),
    (5, 'mira', $$desk.intake_accept('{flagged}')$$, 'om.pain {7,2.5,4}, none'),
    (6, 'mira', $$desk.intake_start('{by paper}', '{ana}', '{"pain.now": 1}', '1.0.0', '[]', 'ok')$$, 'om.pain {7,2.5,4}, none'),
    (7, 'mira', $$desk.intake_return('{by paper}', 'pain.now', 'Now?')$$, 'om.pain {7,2.5,4}, none'),
    (8, 'mira', $$desk.intake_start('{bo intake}', '{bo}', '{"pain.now": 9, "consent.treatment": true}', '1.0.0', '[]', 'ok')$$,
      'om.pain {7,2.5,4}, none'),
    (9, 'mira', $$desk.intake_accept('{bo intake}')$$, 'om.pain {7,2.5,4}, om.pain {9}'),
    (10, 'mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$, 'om.pain {9,7,2.5,4}, none'),
    (11, 'mira', $$desk.client_add('{cy}', 'Cy', null, null, null)$$, 'om.pain {9,7,2.5,4}, none'),
    (12, 'mira', $$desk.client_merge('{ana}', '{cy}', '{}')$$, 'none, none'),
    (13, 'mira', $$desk.client_unmerge('{ana}')$$, 'om.pain {9,7,2.5,4}, none'),
    (14, 'mira', $$desk.client_unmerge('{bo}')$$, 'om.pain {7,2.5,4}, om.pain {9}'),
    (15, 'mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$, 'om.pain {9,7,2.5,4}, none'),
    (16, 'operator', $$operator.erase_again('{stillwater}', '{bo}')$$, 'om.pain {7,2.5,4}, none')) as t (place, login, call, expected)
order by t.place;

-- What is open counts in the report, with what is closed, and the first is the first since the day that is asked for.
create function tap.reported(since text)
returns text
language plpgsql
as $$
begin
  -- Of fewer than five clients only their number is told.
  execute replace(pg_get_functiondef('desk.report_outcomes(date)'::regprocedure), '>= 5', '>= 1');
  return tap.answer('mira', format('desk.report_outcomes(%s)', since));
end
$$;
select is(tap.reported('null'), '(Mira,om.pain,Pain,1,7.0,4.0,1,0)', 'of what is closed');
select tap.must('mira', $$desk.intake_start('{newest}', '{ana}', '{"pain.now": 10}', '1.0.0', '[]', 'ok')$$);
set local session_replication_role = replica;
update clinic.intakes set submitted_at = now() + interval '1 second' where id = tap.spelled('{newest}')::uuid;
update clinic.intakes set submitted_at = '2020-01-01' where id = tap.spelled('{intake}')::uuid;
set local session_replication_role = origin;
select is(tap.reported('null'), '(Mira,om.pain,Pain,1,7.0,10.0,0,1)', 'and of what is open');
select is(tap.reported($$'2020-01-01'$$), '(Mira,om.pain,Pain,1,7.0,10.0,0,1)', 'from the first moment of a day on');
select is(tap.reported($$'2020-01-02'$$), '(Mira,om.pain,Pain,1,2.5,10.0,0,1)', 'and not from before it');
select tap.must('mira', $$desk.intake_accept('{newest}')$$);
select is(tap.reported($$'2020-01-02'$$), '(Mira,om.pain,Pain,1,2.5,10.0,0,1)', 'the same once it is closed');

select tap.answers_well('operator', $$operator.erase_again('{stillwater}', '{ana}')$$);
select is_empty('select from clinic.client_courses', 'nothing is left of who is erased');

select * from finish();
rollback;
