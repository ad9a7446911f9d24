-- Visits: a draft can change; a signed one never does, and additions are kept below it with their author and time.
\ir fixture.sql
select no_plan();

select alike(
  tap.answer('mira', $$desk.visit_get('{visit}')$$),
  '%,"Ana Lima",2026-01-05,60,"{""done"": ""neck and shoulders""}",signed,%,Mira,%,Mira,[],1)', 'a visit as it is read');
select alike(
  tap.answer('mira', $$desk.visit_list('{ana}')$$), '%2026-01-12%2026-01-05%', 'newest first');

-- A draft.
select tap.answers('mira', $$desk.visit_amend('{draft visit}', 'x')$$, 'PL409 the visit is a draft; edit it');
select tap.answers('mira', $$desk.visit_sign('{draft visit}')$$,
  'PL422 a visit is signed when it says how many minutes it took and what was done');
select alike(
  tap.answer('mira', $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '{done}')$$),
  '%,2026-01-13,45,%,draft,%,2)', 'a draft is edited');
select tap.answers('mira', call, 'PL412 the visit was changed by somebody else meanwhile')
from unnest(array[
  $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '{done}', 1)$$, $$desk.visit_sign('{draft visit}', 1)$$,
  $$desk.visit_discard('{draft visit}', 1)$$]) as call;
select alike(tap.answer('mira', call), '23514 %', 'impossible: ' || call)
from unnest(array[
  $$desk.visit_edit('{draft visit}', '2026-01-13', 0, '{done}')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-13', 721, '{done}')$$,
  $$desk.visit_edit('{draft visit}', '1900-01-13', 45, '{done}')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '[]')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '{"done": 1}')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '{"else": "x"}')$$]) as call;
select tap.answers_well('mira', $$desk.visit_edit('{draft visit}', '2100-01-01', 45, '{done}')$$);
select tap.answers('mira', $$desk.visit_sign('{draft visit}')$$, 'PL422 the visit is still to come');
select tap.answers_well('mira', $$desk.visit_edit('{draft visit}', '2026-01-13', 45, '{done}')$$);
select alike(
  tap.answer('mira', 'desk.today_records()'), '%(visits_unsigned,%,"Ana Lima",%', 'a visit to sign stands in today');
select tap.answers('mira', $$desk.visit_sign('{draft visit}', 4)$$, '("")');
select unalike(tap.answer('mira', 'desk.today_records()'), '%visits_unsigned%', 'and no longer when it is signed');

-- A signed one.
select tap.answers('mira', call, 'PL409 ' || message)
from (
  values
    ($$desk.visit_edit('{visit}', '2026-01-13', 45, '{done}')$$, 'the visit is signed; amend it'),
    ($$desk.visit_sign('{visit}')$$, 'the visit is signed already'),
    ($$desk.visit_discard('{visit}')$$, 'the visit is signed; a signed record stays')
  ) as refused (call, message);
select tap.answers('mira', $$desk.visit_amend('{visit}', ' ')$$, 'PL422 an amendment says something');
select alike(
  tap.answer('mira', $$desk.visit_amend('{visit}', 'the left side too', 1)$$),
  '%neck and shoulders%,amended,%"[{""words"": ""the left side too"", ""author"": ""Mira"", ""amended_at"": %}]",2)',
  'what is added stands below what was signed');
select tap.answers('mira', $$desk.visit_amend('{visit}', 'x', 1)$$, 'PL412 the visit was changed by somebody else meanwhile');
select alike(
  tap.answer('mira', $$desk.visit_amend('{visit}', 'and the jaw', 2)$$), '%the left side too%and the jaw%,3)',
  'oldest first');
select throws_ok(statement, 'PL409', null, 'not even the owner of the tables may: ' || statement)
from unnest(array[
  $$update clinic.visits set note = '{}' where state <> 'draft'$$,
  $$update clinic.visits set held_on = '2026-02-01' where state <> 'draft'$$,
  $$delete from clinic.visits where state <> 'draft'$$,
  $$update clinic.visit_amendments set words = 'x'$$, $$delete from clinic.visit_amendments$$]) as statement;

-- Visits are found, are in the timeline, have the same retention as other records, and move with the client.
select alike(tap.answer('mira', $$desk.find('shoulders', 10)$$), '%(visit,%', 'what was done is found');
select alike(tap.answer('mira', $$desk.find('the jaw', 10, 'visit')$$), '(visit,%', 'and what was added');
select alike(
  tap.answer('mira', $$desk.client_timeline('{ana}', null)$$), '%visit.sign%', 'a visit is part of what happened');
select tap.must('mira', $$desk.visit_record('01900000-0000-7000-8000-0000000006b0', '{bo}', '2026-01-05', 60, '{done}')$$);
select alike(
  tap.answer('mira', format($$desk.client_erase('{bo}', %L, true)$$, short_id)), 'PL423 kept until %',
  'a visit alone keeps a client''s records')
from clinic.clients
where id = tap.spelled('{bo}')::uuid;
select tap.must('mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$);
select alike(
  tap.answer('mira', $$desk.visit_get('01900000-0000-7000-8000-0000000006b0')$$), '%,"Ana Lima",%',
  'of a client who was merged it is read as the other''s');
select tap.must('mira', $$desk.client_assign('{ana}', 'Jonas')$$);
select alike(tap.answer('jonas', $$desk.visit_get('{visit}')$$), '%neck and shoulders%', 'who takes over a client reads them');

-- Unsigned evaluations can be discarded, and no plan can refer to one afterwards.
select tap.must('mira', $$desk.plan_create('{new}', '{ana}', '{intake}', '{draft}', '1.0.0', '[]')$$);
select tap.answers('mira', $$desk.evaluation_discard('{evaluation}')$$, 'PL409 the evaluation is signed; a signed record stays');
select tap.answers('mira', $$desk.evaluation_discard('{draft}', 99)$$, 'PL412 the evaluation was changed by somebody else meanwhile');
select tap.answers('mira', $$desk.evaluation_discard('{draft}')$$, '("")');
select tap.answers('mira', $$desk.evaluation_get('{draft}')$$, 'PL404 evaluation');
select is(
  (select p.evaluation_id from clinic.plans as p where p.id = tap.spelled('{new}')::uuid), null,
  'a draft of a plan loses the findings that were thrown away');

select * from finish();
rollback;
