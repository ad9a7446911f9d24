-- Who lost an answer asks again under the same id, and gets what it made. Nobody gets anything else by it: not another
-- client's record, nor one that was made of something else.
\ir fixture.sql
select no_plan();

insert into tap.names
values
  ('bo intake', '01900000-0000-7000-8000-0000000000f1'), ('next', '01900000-0000-7000-8000-0000000000f2'),
  ('other plan', '01900000-0000-7000-8000-0000000000f3'), ('bo visit', '01900000-0000-7000-8000-0000000000f4');
select tap.must('mira', call)
from unnest(array[
  $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, $$desk.evaluation_discard('{draft}')$$,
  $$desk.plan_create('{other plan}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{other plan}', '{}', '[]', '{new link}', '\x02', '\x0b', '2100-01-01', '{basis of {other plan}}')$$,
  $$desk.plan_revise('{next}', '{plan}')$$,
  $$desk.intake_start('{bo intake}', '{bo}', '{}', '1.0.0', '[]', 'ok')$$, $$desk.intake_accept('{bo intake}')$$,
  $$desk.visit_record('{bo visit}', '{bo}', '2026-01-05', 60, '{done}')$$,
  $$desk.client_assign('{bo}', 'Jonas')$$]) as call;

-- An id that is Ana's, said to be Bo's; or of one plan, said to be of another.
create temporary table taken as
select *
from (
  values
    ($$desk.visit_record('{visit}', '{ana}', '2026-01-05', 60, '{done}')$$),
    ($$desk.evaluation_record('{evaluation}', '{ana}', '{body}', '1.0.0')$$),
    ($$desk.intake_start('{flagged}', '{ana}', '{}', '1.0.0', '[]', 'ok')$$),
    ($$desk.plan_create('{plan}', '{ana}', '{intake}', null, '1.0.0', '[]')$$),
    ($$desk.invite_create('{open invite}', '{ana}', '{no link}', '2100-01-01', '1.0.0', null)$$),
    ($$desk.client_note('{new}', '{ana}', 'a note')$$)
  ) as t (call);
create temporary table written as
select
  (select count(*) from clinic.audit_entries) as entries, (select count(*) from clinic.short_ids) as ids,
  (select count(*) from clinic.client_notes) as notes;

select unalike(tap.answer('mira', call), 'PL%', 'asked again: ' || call)
from taken;
select alike(tap.answer('mira', $$desk.plan_revise('{next}', '{plan}')$$), '(01900000-0000-7000-8000-0000000000f2,%', 'asked again: desk.plan_revise');
select is(
  tap.answer(login, replace(replace(call, '{ana}', '{bo}'), '{intake}', '{bo intake}')),
  'PL409 this id is another record''s', login || ', for another client: ' || call)
from taken
  cross join unnest(array['mira', 'jonas']) as login;
select is(tap.answer('mira', call), 'PL409 this id is another record''s', call)
from unnest(array[
  $$desk.plan_revise('{next}', '{other plan}')$$, $$desk.plan_revise('{draft plan}', '{plan}')$$,
  $$desk.plan_revise('{plan}', '{plan}')$$]) as call;
select is(
  (select (count(*), (select count(*) from clinic.short_ids), (select count(*) from clinic.client_notes))::text from clinic.audit_entries),
  (select (w.entries, w.ids, w.notes)::text from written as w), 'nothing was written by any of it');

-- Of a client who was merged it is the other's by now.
select tap.must('mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$);
select alike(
  tap.answer('mira', format($$desk.visit_record('{bo visit}', '{%s}', '2026-01-05', 60, '{done}')$$, client)), '%,"Ana Lima",%',
  'merged, asked again for ' || client)
from unnest(array['ana', 'bo']) as client;

select * from finish();
rollback;
