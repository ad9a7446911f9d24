-- Check-ins: sent through the link of a plan, stored once each, with their effects in the same transaction.
\ir fixture.sql
select no_plan();

-- Its id comes after the fixture's, as it does where ids are made in the order of time.
create function tap.told(digest text, raised text default '[]', hurting text default '[]', link text default 'plan link')
returns text
language sql
as $$
  select tap.answer('door', format(
    $call$door.checkin_submit('{%s}', '{checkin key}', '\x%s', '%s', 'full', '{"checkin.pain_avg7": 5}', '1.0.0', %L, %L)$call$,
    link, lpad(digest, 64, '0'), overlay(gen_random_uuid()::text placing 'f' from 1), raised, hurting))
$$;
create function tap.state_of(plan text)
returns text
language sql
as $$
  select p.state from clinic.plans as p where p.id = tap.spelled('{' || plan || '}')::uuid
$$;

-- The data for the page of a plan; reading it changes nothing.
select alike(
  tap.answer('door', $$door.checkin_open('{plan link}')$$), '(issued,%x0b",1.0.0,%,,[],[],Stillwater,,,Mira,UTC)',
  'the copy under the link, the version to ask by, and whom it goes to');
select tap.answers('door', format($$door.checkin_open('{%s}')$$, link), 'PL404 plan')
from unnest(array['no link', 'open link', 'sent link']) as link;

-- The same check-in again is stored once; a changed one is stored too; a plan accepts twelve a day.
select alike(
  tap.answer('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{digest}', '{new}', 'weekly', '{}', '1.0.0', '[]', '[]')$$),
  '(replayed,%', 'the same again');
select is((select count(*) from clinic.checkins), 1::bigint, 'is stored once');
select alike(tap.told('1'), '(stored,%', 'other answers under the same key are another');
select alike(tap.told('1'), '(replayed,%', 'and that one again is the same');
select is((select count(*) from clinic.checkins), 2::bigint, 'two are stored');
select is(
  tap.answer('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'weekly', '{}', '1.0.1', '[]', '[]')$$),
  'PL412 the plan asks for another version of the content', 'answers are taken for the content of the plan');
select is(tap.told('2', link => link), 'PL404 plan', link || ' tells nothing')
from unnest(array['no link', 'open link', 'sent link']) as link;
select alike(
  tap.answer('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '{new}', 'daily', '{}', '1.0.0', '[]', '[]')$$),
  '23514 %', 'no other form');
select alike(tap.told(n::text), '(stored,%', 'the check-in of today number ' || n) from generate_series(3, 12) as n;
select is(tap.told('99'), 'PL423 the plan has taken twelve check-ins today', 'no more than twelve');
insert into tap.names
values
  ('two', '01900000-0000-7000-8000-0000000005a0'), ('two link', '\x' || repeat('0b', 32)),
  ('next', '01900000-0000-7000-8000-0000000005a1');
select tap.must('mira', call)
from unnest(array[
  $$desk.plan_create('{two}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}, {"item": "hc.b"}]')$$,
  $$desk.plan_issue('{two}', '{}', '[]', '{two link}', '\x07', '\x0b', '2100-01-01', '{basis of {two}}')$$]) as call;
select alike(tap.told('99', link => 'two link'), '(stored,%', 'another plan of the same client takes its own');
select alike(tap.told('12'), '(replayed,%', 'what was stored is still answered');
set local session_replication_role = replica;
update clinic.checkins set submitted_at = now() - interval '2 days';
set local session_replication_role = origin;

-- A flag that is not urgent waits; an urgent one pauses the plan in the same transaction, and stays until acknowledged.
select alike(tap.told('a1', '[{"flag": "rf.night", "urgency": "refer", "title": "N"}]'), '(stored,%', 'a flag');
select is(tap.state_of('plan'), 'issued', 'a flag that is not urgent pauses nothing');
select alike(
  tap.told('a2', '[{"flag": "rf.cauda", "urgency": "emergency", "title": "C"}, {"flag": "rf.night", "urgency": "refer", "title": "N"}]'),
  '(stored,%', 'an emergency');
select is(tap.state_of('plan'), 'paused', 'an emergency pauses the plan');
select isnt_empty(
  $$select from clinic.audit_entries as e join clinic.audit_reasons as r using (practice_id, sequence)
    where e.verb = 'plan.pause' and r.reason = 'rf.cauda, rf.night' and e.who = 'plumbline_door'$$, 'and the audit says why');
select alike(
  tap.answer('door', $$door.checkin_open('{plan link}')$$), '(paused,%"[""rf.cauda"", ""rf.night""]"%',
  'the page knows which messages to show');
select alike(tap.told('a3'), '(stored,%', 'of a paused plan check-ins are still taken');
select alike(
  tap.answer('mira', $$desk.plan_resume('{plan}')$$),
  'PL423 check-in _% is to be read first: nobody has acknowledged rf.cauda', 'and is not resumed unread');
select tap.must('mira', $$desk.evaluation_discard('{draft}')$$);
select tap.must('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$);
select alike(
  tap.answer('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{no link}', '\x05', '\x0b', '2100-01-01', '{basis of {draft plan}}')$$),
  'PL423 check-in _% is to be read first: nobody has acknowledged rf.cauda', 'nor is another plan issued');

-- Acknowledged: all flags with one action and one note, once.
create temporary table told as
select k.short_id from clinic.checkin_flags as f join clinic.checkins as k on k.id = f.checkin_id where f.flag = 'rf.cauda';
select tap.answers('mira', format($$desk.checkin_acknowledge('%s')$$, short_id), 'PL422 the action is refer, adapt or proceed') from told;
select tap.answers('mira', format($$desk.checkin_acknowledge('%s', 'refer', '%s')$$, short_id, nothing), 'PL422 a flag is acknowledged with a note')
from told
  cross join unnest(array[' ', chr(8203), chr(12644)]) as nothing;
select tap.answers('mira', format($$desk.checkin_acknowledge('%s', 'refer', 'sent to hospital')$$, short_id), '("")') from told;
select tap.answers('mira', format($$desk.checkin_acknowledge('%s', 'refer', 'sent to hospital')$$, short_id), 'PL409 the check-in was acknowledged already') from told;
select is(
  (select array_agg(f.flag || ' ' || f.action order by f.flag) from clinic.checkin_flags as f where f.acknowledged_at is not null),
  array['rf.cauda refer', 'rf.night refer'], 'both flags of it, and no other');
select tap.answers('mira', $$desk.plan_resume('{plan}')$$, '("")');
select tap.answers(
  'mira', $$desk.checkin_acknowledge('{checkin}', 'refer', 'called')$$,
  'PL422 an action answers red flags, and the check-in raised none');
select tap.answers('mira', $$desk.checkin_acknowledge('{checkin}', null, 'slept badly, called her')$$, '("")');
select alike(
  tap.answer('mira', $$desk.checkin_get('{checkin}')$$), '%slept badly, called her%', 'a note without a flag is kept');

-- An item that hurts a lot is paused on its plan; an item that is not on the plan is ignored.
select alike(tap.told('b1', hurting => '["hc.a", "hc.other"]'), '(stored,%', 'an item hurts');
select is((select array_agg(item) from clinic.item_pauses), array['hc.a'], 'it is paused');
select alike(tap.told('b2', hurting => '["hc.a"]'), '(stored,%', 'again');
select is((select count(*) from clinic.item_pauses), 1::bigint, 'it is paused once');
select alike(tap.answer('door', $$door.plan_open('{plan link}')$$), '(issued,%,"[""hc.a""]",Stillwater,%', 'the page leaves it out');
select alike(tap.answer('mira', 'desk.checkin_waiting()'), '%"[""hc.a""]"%', 'and the therapist is told');
select alike(
  tap.answer('mira', 'desk.checkin_waiting()'), '%"{""pain.now"": 7}"%', 'with the numbers it is compared with');

-- The list of all says who told something and when, the newest first, and not what.
select is(
  (select array_agg(substring(row from ',(weekly|full|worry),')) from tap.rows_for('mira', 'desk.checkin_index(1)') as row),
  array['full'], 'no more than are wanted');
select is(
  tap.answer('mira', 'desk.checkin_index()') ~ 'pain|hc\.a', false, 'nothing of the answers or the items is in it');
select tap.answers('jonas', 'desk.checkin_index()', 'no rows');

-- They are shown only when every client whose they are was opened before, and none is left out.
set local tap.blind = 'on';
delete from clinic.sights where subject = tap.spelled('client {ana}');
select tap.answers('mira', 'desk.checkin_waiting()', tap.spelled('PL428 client {ana}'));
select is(
  tap.tried('mira', 'desk.checkin_waiting()', $$delete from clinic.sights where subject = 'list today'$$), 'PL428 list today',
  'nor does a refusal say without a trace whose wait');
select is(
  tap.tried('mira', 'desk.checkin_index()', $$delete from clinic.sights where subject = 'list checkins'$$),
  'PL428 list checkins', 'nor is the list of all shown to who does not stand in the audit');
select tap.answers('mira', 'desk.checkin_waiting_open()', '("")');
select is(
  (select e.verb || ' ' || e.who from clinic.audit_entries as e where e.client_id = tap.spelled('{ana}')::uuid order by e.sequence desc limit 1),
  'client.open t_proofmira', 'the audit says who looks at whom');
select tap.answers('mira', 'desk.checkin_waiting()', tap.spelled('PL428 client {ana}'));
update clinic.sights set opened_in = '3' where subject = tap.spelled('client {ana}');
select alike(tap.answer('mira', 'desk.checkin_waiting()'), '%"[""hc.a""]"%', 'committed before, they are shown');
select is(
  (select e.verb from clinic.audit_entries as e order by e.sequence desc limit 1), 'checkin.list', 'and that is in the audit, too');
select tap.answers('mira', 'desk.checkin_waiting_open()', '("")');
select isnt(
  (select e.verb from clinic.audit_entries as e order by e.sequence desc limit 1), 'client.open', 'who is open is not opened again');
select tap.answers(login, call, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login
  cross join unnest(array['desk.checkin_waiting()', 'desk.checkin_waiting_open()']) as call;
select tap.answers('jonas', 'desk.checkin_waiting_open()', '("")');
select is(
  (select count(*) from clinic.sights as s where s.login = 't_proofjonas' and s.subject like 'client %' and s.opened_in <> '3'), 0::bigint,
  'of a colleague''s clients none is opened');
set local tap.blind = 'off';

-- What hurts is not taken over into the next version of the plan.
select alike(tap.answer('mira', $$desk.plan_get('{two}')$$), '%,1,[])', 'nothing of it is paused');
select alike(tap.told('b3', hurting => '["hc.a"]', link => 'two link'), '(stored,%', 'the first of two items hurts');
select alike(tap.answer('mira', $$desk.plan_get('{two}')$$), '%hc.a%hc.b%,1,"[""hc.a""]")', 'the plan says which is paused');
select tap.must('mira', $$desk.plan_revise('{next}', '{two}')$$);
select is(
  (select array_agg(p.item order by p.position) from clinic.plan_items as p where p.plan_id = tap.spelled('{next}')::uuid),
  array['hc.b'], 'the next version begins without it');
set local session_replication_role = replica;
update clinic.plans set created_at = created_at - interval '1 day' where id = tap.spelled('{next}')::uuid;
set local session_replication_role = origin;
select alike(tap.told('b4', hurting => '["hc.b"]', link => 'two link'), '(stored,%', 'then the other one hurts, too');
select tap.answers('mira',
  $$desk.plan_issue('{next}', '{}', '[]', '{key}', '\x06', '\x0b', '2100-01-01', '{basis of {next}}')$$,
  'PL423 the client told since that an item hurts; remove it, or draft again');

-- A check-in never changes.
select throws_ok(statement, 'PL409', null, 'not even the owner of the tables may: ' || statement)
from unnest(array[
  $$update clinic.checkins set answers = '{}'$$, $$delete from clinic.checkins$$,
  $$update clinic.checkin_flags set flag = 'rf.z'$$, $$delete from clinic.checkin_flags$$,
  $$delete from clinic.item_pauses$$]) as statement;

-- A revised or closed plan accepts no check-in.
select tap.must('mira', $$desk.plan_close('{plan}')$$);
select is(tap.told('c1'), 'PL404 plan', 'a closed plan takes none');
select tap.answers('door', $$door.checkin_open('{plan link}')$$, 'PL404 plan');
select alike(tap.answer('mira', 'desk.checkin_waiting()'), '%rf.night%', 'open flags of it still wait');

-- Neither a colleague nor another practice sees check-ins.
select unalike(tap.answer(login, 'desk.checkin_waiting()'), '%Ana%', login || ' sees nothing of it')
from unnest(array['jonas', 'tom']) as login;

-- Outcomes: the first and the last value of clients with at least two, shown for five clients or more.
\ir measures.sql
create function tap.client_of(place integer, first_pain integer, last_pain integer)
returns void
language plpgsql
as $$
declare
  client constant uuid := gen_random_uuid();
  place_of constant text := lpad(place::text, 12, '0');
begin
  perform tap.must('mira', format($call$desk.client_add('%s', 'Measured', null, null, null)$call$, client));
  perform tap.must('mira', format(
    $call$desk.intake_start('01900000-0000-7000-8000-%s', '%s', '{"pain.avg7": %s, "bad.nights": 0}', '1.1.0', '[]', 'ok')$call$,
    place_of, client, first_pain));
  perform tap.must('mira', format($call$desk.intake_accept('01900000-0000-7000-8000-%s')$call$, place_of));
  perform tap.must('mira', format(
    $call$desk.plan_create('01900000-0000-7000-8001-%s', '%s', '01900000-0000-7000-8000-%s', null, '1.1.0', '[{"item": "hc.a"}]')$call$,
    place_of, client, place_of));
  perform tap.must('mira', format(
    $call$desk.plan_issue('01900000-0000-7000-8001-%s', '{}', '[]', '\x%s', '\x01', '\x0b', '2100-01-01', '{basis of 01900000-0000-7000-8001-%1$s}')$call$,
    place_of, lpad(place_of, 64, 'f')));
  set local session_replication_role = replica;
  update clinic.intakes as i set submitted_at = now() - interval '30 days' where i.client_id = client;
  set local session_replication_role = origin;
  perform tap.must('door', format(
    $call$door.checkin_submit('\x%s', '{checkin key}', '{key}', '01900000-0000-7000-8002-%s', 'weekly',
      '{"checkin.pain_avg7": %s}', '1.1.0', '[]', '[]')$call$, lpad(place_of, 64, 'f'), place_of, last_pain));
end
$$;
\o /dev/null
select tap.client_of(p.place, p.first_pain, p.last_pain)
from (values (1, 6, 3), (2, 7, 5), (3, 8, 8)) as p (place, first_pain, last_pain);
\o
select alike(
  tap.answer('mira', 'desk.report_outcomes(null)'), '(Mira,om.pain,Pain,4,,,,)', 'of four clients, with Ana, only their number is told');
\o /dev/null
select tap.client_of(p.place, p.first_pain, p.last_pain)
from (values (4, 4, 6), (5, 3, 2)) as p (place, first_pain, last_pain);
\o
-- 6 to 3 is better; 7 to 5 is two points, but not 30 percent; 4 to 6 is worse; 3 to 2 is a third, but one point. What
-- Ana told at one moment, 4 and 5, is taken in the order of the ids.
select is(
  tap.answer('mira', 'desk.report_outcomes(null)'), '(Mira,om.pain,Pain,6,5.3,4.8,1,1)',
  'the means, and whose change matters; a question on another scale does not count');
select is(tap.answer('tom', 'desk.report_outcomes(null)'), 'no rows', 'another practice has none');

select * from finish();
rollback;
