-- A plan is issued only from a client's newest records, and not while a red flag that pauses it is waiting to be read.
\ir fixture.sql
select no_plan();

create function tap.issue(plan text)
returns text
language sql
as $$
  select tap.answer('mira', format($call$desk.plan_issue('{%s}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', '{basis of {%1$s}}')$call$, plan))
$$;

select tap.answers_well('mira', $$desk.plan_create('{nobody}', '{ana}', '{intake}', '{draft}', '1.0.0', '[{"item": "hc.a"}]')$$);
select is(tap.issue('nobody'), 'PL423 the evaluation is not signed', 'from an evaluation that is still a draft');

-- The clock does not advance in a transaction, so the later intake is dated later.
alter table clinic.intakes disable trigger intakes_immutable;
update clinic.intakes set submitted_at = now() + interval '1 minute' where id = (select value::uuid from tap.names where name = 'flagged');
alter table clinic.intakes enable trigger intakes_immutable;
select alike(
  tap.issue('draft plan'), 'PL423 intake _% is to be read first: nobody has acknowledged rf.x', 'while a newer intake has an urgent flag');
select tap.answers_well('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$);

-- A flag that is not urgent keeps back the plan that has it among its pausing flags. It may have been raised after the
-- plan was checked and before it is issued, when the draft had none.
select alike(
  tap.tried(
    'mira', format(
      $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', '{"intake": "{intake}",
        "evaluation": "{evaluation}", "content_version": "1.0.0", "items": [{"item": "hc.a"}], "pausing_flags": ["%s"]}')$$, pausing),
    format('select tap.must(%L, %L)', login, replace(call, 'RAISED', format('[{"flag": "rf.touch", "urgency": "%s", "title": "X"}]', urgency)))),
  case pausing when 'rf.touch' then 'PL423 ' || noun || ' _% is to be read first: nobody has acknowledged rf.touch' else '%,issued,%' end,
  urgency || ' in an unread ' || noun || ', to a plan that is paused by ' || pausing)
from (
  values
    ('intake', 'mira', $$desk.intake_amend('{flagged}', '{}', '1.0.0', 'RAISED', 'ok', 'typo')$$),
    ('check-in', 'door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'weekly', '{}', '1.0.0', 'RAISED', '[]')$$)
  ) as sources (noun, login, call)
  cross join unnest(array['refer', 'caution']) as urgency
  cross join unnest(array['rf.touch', 'rf.other']) as pausing;

-- So it is not issued without a word about them.
select tap.answers(
  'mira', format($$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', %s)$$, basis),
  'PL422 a plan is issued with what it was made from, and with the flags that pause it')
from unnest(array[
  'null', $$'{"intake": "{intake}", "evaluation": "{evaluation}", "content_version": "1.0.0", "items": [{"item": "hc.a"}]}'$$,
  $$'{"intake": "{intake}", "content_version": "1.0.0", "items": [{"item": "hc.a"}], "pausing_flags": null}'$$]) as basis;
select alike(
  tap.answer('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01')$$), '42883 %', 'the basis is no option');

select tap.answers_well('mira', $$desk.intake_accept('{flagged}')$$);
select is(
  tap.issue('draft plan'), 'PL423 a newer intake was accepted; draft or look at the plan again', 'from an intake that is not the newest');

-- A plan is not based on what one may not see, and it does not show in what state that is.
insert into tap.names
values
  ('cy', '01900000-0000-7000-8000-0000000000d1'), ('cy intake', '01900000-0000-7000-8000-0000000000d2'),
  ('cy plan', '01900000-0000-7000-8000-0000000000d3');
select tap.answers_well('jonas', call)
from unnest(array[
  $$desk.client_add('{cy}', 'Cy', null, null, null)$$, $$desk.intake_start('{cy intake}', '{cy}', '{}', '1.0.0', '[]', 'ok')$$,
  $$desk.intake_accept('{cy intake}')$$,
  $$desk.plan_create('{cy plan}', '{cy}', '{cy intake}', null, '1.0.0', '[{"item": "hc.a"}]')$$]) as call;
select tap.answers(
  'jonas', format($$desk.plan_issue('{cy plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', %L)$$, basis || '{"content_version": "1.0.0", "items": [{"item": "hc.a"}], "pausing_flags": []}'),
  answer)
from (
  values
    (jsonb_build_object('intake', tap.spelled('{intake}')), 'PL404 intake'),
    (jsonb_build_object('intake', tap.spelled('{flagged}')), 'PL404 intake'),
    (jsonb_build_object('intake', tap.spelled('{nobody}')), 'PL404 intake'),
    (jsonb_build_object('intake', tap.spelled('{cy intake}'), 'evaluation', tap.spelled('{evaluation}')), 'PL404 evaluation')
  ) as b (basis, answer);

select * from finish();
rollback;
