-- What is asked for through a link alone, wrong resume codes over time, and who may begin another form after sending one.
\ir fixture.sql
select no_plan();
insert into tap.names values ('another link', '\x' || repeat('1b', 32));

-- A link that is live asks for a call, and one that has expired for a new link.
select tap.answers('door', $$door.invite_ended('{open link}')$$, '(f)');
select tap.answers('door', $$door.invite_ended('{new link}')$$, '(f)');
select tap.answers('door', $$door.link_wish('{open link}', 'new_link')$$, 'PL404 invite');
select tap.answers('door', $$door.link_wish('{open link}', 'copy_of_record')$$, 'PL404 invite');
select tap.answers('door', $$door.link_wish('{open link}', null)$$, 'PL404 invite');
select tap.answers('door', $$door.link_wish('{new link}', 'call')$$, 'PL404 invite');
select tap.answers('door', $$door.link_wish('{open link}', 'call')$$, '("")');
select tap.answers('door', $$door.link_wish('{open link}', 'call')$$, '("")');
select alike(tap.answer('mira', $$desk.client_notices('{ana}')$$), '(wishes_open,call,%', 'the therapist is told');
select tap.answers('mira', $$desk.client_wish_done('{ana}', 'call')$$, '("")');
update clinic.invites set created_at = '2000-01-01', expires_at = '2000-01-08' where id = (select n.value::uuid from tap.names as n where n.name = 'open invite');
select tap.answers('door', $$door.invite_ended('{open link}')$$, '(t)');
select tap.answers('door', $$door.link_wish('{open link}', 'call')$$, 'PL404 invite');
select tap.answers('door', $$door.link_wish('{open link}', 'new_link')$$, '("")');
select is((select array_agg(w.kind order by w.told_at) from clinic.wishes as w), array['call', 'new_link'], 'each once');
update clinic.invites set created_at = '2000-01-01', expires_at = '2100-01-01' where id = (select n.value::uuid from tap.names as n where n.name = 'open invite');

-- The link of a plan that has ended asks for a new one, which nothing but a therapist makes.
select tap.answers('door', $$door.plan_ended('{plan link}')$$, '(f)');
select tap.answers('door', $$door.plan_ended('{open link}')$$, '(f)');
select tap.answers('door', $$door.plan_ended('{no link}')$$, '(f)');
select tap.answers('door', $$door.plan_wish('{plan link}')$$, 'PL404 plan');
update clinic.plan_copies set expires_at = '2000-01-08' where plan_id = tap.spelled('{plan}')::uuid;
select tap.answers('door', $$door.plan_open('{plan link}')$$, 'PL404 plan');
select tap.answers('door', $$door.plan_ended('{plan link}')$$, '(t)');
select tap.answers_well('operator', $$operator.expire('{stillwater}')$$);
select tap.answers('door', $$door.plan_ended('{plan link}')$$, '(t)');
select tap.answers('door', $$door.plan_wish('{open link}')$$, 'PL404 plan');
select tap.answers('door', $$door.plan_wish('{plan link}')$$, '("")');
select tap.answers('door', $$door.plan_wish('{plan link}')$$, '("")');
select is((select count(*) from clinic.wishes where kind = 'new_plan_link'), 1::bigint, 'a plan''s link is asked for once');
select alike(tap.answer('mira', $$desk.client_notices('{ana}')$$), '%(wishes_open,new_plan_link,%', 'the therapist is told');
select tap.answers_well('mira', $$desk.plan_relink('{plan}', '{another link}', '\x06', '\x0b', '2100-01-01')$$);
select tap.answers('door', $$door.plan_ended('{plan link}')$$, '(f)');
select tap.answers('door', $$door.plan_ended('{another link}')$$, '(f)');
update clinic.plan_copies set expires_at = '2000-01-08' where plan_id = tap.spelled('{plan}')::uuid;
select tap.answers('door', $$door.plan_ended('{another link}')$$, '(t)');
select tap.answers_well('mira', $$desk.plan_close('{plan}')$$);
select tap.answers('door', $$door.plan_ended('{another link}')$$, '(f)');

-- Ten wrong codes close the way in for a quarter of an hour.
select tap.answers_well('door', $$door.draft_save('{open link}', '{key}', '\x01')$$);
select tap.answers_well('door', $$door.resume_code_save('{open link}', '{key}', '{digest}', '\x07')$$);
select is(tap.answer('door', $$door.resume_code_open('{open link}', '{key}')$$), 'no rows', 'wrong code ' || n)
from generate_series(1, 10) as n;
select tap.answers('door', $$door.resume_code_open('{open link}', '{digest}')$$, 'no rows');
update clinic.invites
set wrong_resume_codes_since = wrong_resume_codes_since - interval '15 minutes'
where id = (select n.value::uuid from tap.names as n where n.name = 'open invite');
select tap.answers('door', $$door.resume_code_open('{open link}', '{digest}')$$, '("\\x07")');
select is(tap.answer('door', $$door.resume_code_open('{open link}', '{key}')$$), 'no rows', 'a wrong code is counted anew');
select tap.answers('door', $$door.resume_code_open('{open link}', '{digest}')$$, '("\\x07")');

-- A browser that sent the form may begin another, and no other browser may.
select tap.answers('door', $$door.draft_save('{sent link}', '{digest}', '\x01')$$, 'PL409 the form was sent already');
select tap.answers('door', $$door.draft_save('{sent link}', '{key}', '\x01')$$, '("")');

-- A link says whether others use the device, and what the practice has to say.
select tap.answers_well('mira', $$desk.practice_set('{"welcome": "Come as you are."}')$$);
select alike(tap.answer('mira', $$desk.practice_set('{"welcome": " "}')$$), '23514 %', 'words that nobody sees');
select tap.answers_well('mira', $$desk.invite_create('01900000-0000-7000-8000-0000000002ab', '{ana}', '{no link}', '2100-01-01', '1.0.0', null, null, true)$$);
select alike(tap.answer('door', $$door.invite_open('{no link}')$$), '%,t,"Come as you are.",,,,)', 'shared, with the welcome');
select alike(tap.answer('door', $$door.invite_open('{open link}')$$), '%,f,"Come as you are.",,,,)', 'not shared');

-- It shows the portrait of the client's own therapist, and of nobody else.
select tap.answers_well('jonas', $$desk.portrait_set('\x02')$$);
select tap.answers('door', $$door.portrait_open('{open link}')$$, 'no rows');
select tap.answers_well('mira', $$desk.portrait_set('\x01')$$);
select tap.answers_well('mira', $$desk.practice_set('{"emergency_phone": "112"}')$$);
select tap.answers('door', $$door.portrait_open('{open link}')$$, '("\\x01")');
select alike(
  tap.answer('door', $$door.invite_open('{open link}')$$), '%,112,4bf5122f344554c5,,)', 'with its hash and whom to call');
select tap.answers('door', $$door.portrait_open('{new link}')$$, 'no rows');
select alike(
  tap.answer('mira', format('desk.portrait_set(%L)', '\x' || repeat('00', 14337))), '23514 %',
  'more than the first packets hold');
select alike(tap.answer('mira', 'desk.practice_get()'), '%,112,t)', 'has a portrait');
select alike(tap.answer('tom', 'desk.practice_get()'), '%,f)', 'has none');
select tap.answers_well('mira', 'desk.portrait_set(null)');
select tap.answers('door', $$door.portrait_open('{open link}')$$, 'no rows');
select tap.answers_well('mira', $$desk.invite_revoke('{open invite}')$$);
select tap.answers_well('mira', $$desk.portrait_set('\x01')$$);
select tap.answers('door', $$door.portrait_open('{open link}')$$, 'no rows');

select * from finish();
rollback;
