-- A new red flag pauses the issued plans of its client: an urgent flag pauses every plan, another flag those that were
-- issued with it among their pausing flags. `watched` is issued so, `draft plan` without any.
\ir fixture.sql
\ir pauses.sql
select no_plan();

-- The fixture issued `plan`.
select tap.answers_well('mira', call)
from unnest(array[
  $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$,
  $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', '{basis of {draft plan}}')$$]) as call;

insert into tap.names values ('watched', '01900000-0000-7000-8000-0000000000ba'), ('watched link', '\x' || repeat('0b', 32)),
  ('asked again', '01900000-0000-7000-8000-0000000000bb'), ('again link', '\x' || repeat('0c', 32)),
  ('again', '01900000-0000-7000-8000-0000000000bc'), ('told', '01900000-0000-7000-8000-0000000000be');
select tap.answers_well('mira', call)
from unnest(array[
  $$desk.plan_create('{watched}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{watched}', '{}', '[]', '{watched link}', '\x08', '\x0b', '2100-01-01', '{"intake": "{intake}", "evaluation": "{evaluation}",
    "content_version": "1.0.0", "items": [{"item": "hc.a"}], "pausing_flags": ["rf.touch", "rf.other"]}')$$,
  $$desk.invite_create('{asked again}', '{ana}', '{again link}', '2100-01-01', '1.0.0', null)$$]) as call;
select is(tap.pauses(login, replace(call, 'RAISED', format('[{"flag": "%s", "urgency": "%s", "title": "X"}]', flag, urgency))), expected, urgency || ' ' || flag || ': ' || call)
from (values
  ('door', $$door.intake_submit('{again link}', '{submission}', '{digest}', '{again}', '{}', '1.0.0', 'RAISED', 'ok', '{key}', '\x01')$$, 'plumbline_door'),
  ('mira', $$desk.intake_start('{again}', '{ana}', '{}', '1.0.0', 'RAISED', 'ok')$$, 't_proofmira'),
  ('mira', $$desk.intake_amend('{flagged}', '{}', '1.0.0', 'RAISED', 'ok', 'typo')$$, 't_proofmira'),
  ('mira', $$desk.intake_raise('{intake}', 'RAISED')$$, 't_proofmira')) as calls (login, call, who)
  cross join lateral (values
    ('rf.new', 'emergency', replace('draft plan by W; plan by W; watched by W', 'W', who || ' for rf.new')),
    ('rf.new', 'urgent', replace('draft plan by W; plan by W; watched by W', 'W', who || ' for rf.new')),
    ('rf.touch', 'refer', 'watched by ' || who || ' for rf.touch'),
    ('rf.touch', 'caution', 'watched by ' || who || ' for rf.touch'),
    ('rf.new', 'refer', 'nothing')) as flags (flag, urgency, expected);
select is(
  tap.pauses('mira', $$desk.intake_amend('{flagged}', '{}', '1.0.0', '{flag}', 'ok', 'typo')$$), 'nothing',
  'a flag that was raised before pauses nothing again');
select tap.answers_well('mira', $$desk.intake_start('{again}', '{ana}', '{}', '1.0.0', '[{"flag": "rf.new", "urgency": "urgent", "title": "X"}]', 'ok')$$);
-- The clock does not advance in a transaction, so the newer record is dated later.
alter table clinic.intakes disable trigger intakes_immutable;
update clinic.intakes set submitted_at = now() + interval '1 minute' where id = (select value::uuid from tap.names where name = 'again');
alter table clinic.intakes enable trigger intakes_immutable;
select alike(
  tap.answer('mira', $$desk.plan_resume('{watched}')$$), 'PL423 intake _% is to be read first: nobody has acknowledged rf.new', 'unread');
select tap.answers_well('mira', $$desk.intake_acknowledge('{again}', 'rf.new', 'proceed', 'seen')$$);
select tap.answers_well('mira', $$desk.plan_resume('{watched}')$$);
select tap.answers_well('mira', $$desk.client_merge('{ana}', '{bo}', '{}')$$);
select is(
  tap.pauses('mira', $$desk.intake_start('{nobody}', '{bo}', '{}', '1.0.0', '[{"flag": "rf.touch", "urgency": "refer", "title": "X"}]', 'ok')$$),
  'watched by t_proofmira for rf.touch', 'the plan of a client who was merged into this one, too');

-- What paused a plan is read before it is resumed, urgent or not. `plan` is paused still.
select tap.must('mira', $$desk.client_unmerge('{ana}')$$);
select is(
  tap.tried(
    'mira', format($$desk.plan_resume('{%s}')$$, plan),
    format(
      $$select tap.must('mira', $q$desk.intake_raise('{intake}', '[{"flag": "rf.touch", "urgency": "%s", "title": "X"}]')$q$)$$, urgency)),
  expected, urgency || ' flag: ' || plan)
from unnest(array['refer', 'caution']) as urgency
  cross join (
    values
      (
        'watched',
        (
          select 'PL423 intake ' || i.short_id || ' is to be read first: nobody has acknowledged rf.touch'
          from clinic.intakes as i
          where i.id = tap.spelled('{intake}')::uuid)),
      ('plan', '("")')) as plans (plan, expected);
select tap.answers_well('door', $$door.checkin_submit('{watched link}', '{checkin key}', '{key}', '{told}', 'weekly', '{}', '1.0.0',
  '[{"flag": "rf.other", "urgency": "refer", "title": "X"}]', '[]')$$);
select is((select p.state from clinic.plans as p where p.id = tap.spelled('{watched}')::uuid), 'paused', 'a check-in pauses it, too');
select is(
  tap.answer('mira', $$desk.plan_resume('{watched}')$$),
  (
    select 'PL423 check-in ' || k.short_id || ' is to be read first: nobody has acknowledged rf.other'
    from clinic.checkins as k
    where k.id = tap.spelled('{told}')::uuid), 'and it stays paused until somebody has read that');
select tap.answers_well('mira', $$desk.checkin_acknowledge('{told}', 'adapt', 'called her')$$);
select tap.answers_well('mira', $$desk.plan_resume('{watched}')$$);
select tap.must('mira', $$desk.client_merge('{ana}', '{bo}', '{}')$$);

-- A plan stays with the client it was made for. After a merge, flags of the kept client pause it too.
insert into tap.names values ('revised', '01900000-0000-7000-8000-0000000000bd'), ('revised link', '\x' || repeat('0d', 32));
select tap.answers_well('mira', call)
from unnest(array[
  $$desk.plan_revise('{revised}', '{watched}')$$,
  $$desk.intake_start('{nobody}', '{bo}', '{}', '1.0.0', '[{"flag": "rf.new", "urgency": "urgent", "title": "X"}]', 'ok')$$]) as call;
alter table clinic.intakes disable trigger intakes_immutable;
update clinic.intakes set submitted_at = now() + interval '1 minute' where id = (select value::uuid from tap.names where name = 'nobody');
alter table clinic.intakes enable trigger intakes_immutable;
select alike(tap.answer('mira', call), 'PL423 intake _% is to be read first: nobody has acknowledged rf.new', 'unread: ' || call)
from unnest(array[
  $$desk.plan_resume('{watched}')$$,
  $$desk.plan_issue('{revised}', '{}', '[]', '{revised link}', '\x0a', '\x0b', '2100-01-01', '{basis of {revised}}')$$]) as call;
select tap.answers_well('mira', $$desk.intake_acknowledge('{nobody}', 'rf.new', 'proceed', 'seen')$$);
select tap.answers_well('mira', $$desk.plan_resume('{watched}')$$);
select tap.answers_well('mira', $$desk.plan_issue('{revised}', '{}', '[]', '{revised link}', '\x0a', '\x0b', '2100-01-01', '{basis of {revised}}')$$);
select tap.answers_well('mira', $$desk.client_unmerge('{ana}')$$);

select * from finish();
rollback;
