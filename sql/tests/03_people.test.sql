-- Every function of the desk, called by everyone: Mira, whose client it is; Jonas, her colleague, who may only while
-- the client is shared; and Tom of another practice, Lea who left, and a login without a practice, who are answered as
-- for an id that never existed.
\ir fixture.sql

\ir calls.sql

-- Calls that are tested separately below.
create temporary table others (name text);
insert into others
values
  ('client_add'), ('client_import'), ('client_break_glass'), ('undo'), ('practice_set'), ('portrait_set'), ('content_reviewed'),
  ('practitioner_deactivate'), ('practitioner_transfer'), ('closed_sessions_end'), ('plan_template_save'),
  ('plan_template_delete'), ('item_add'), ('item_edit'), ('item_retire'), ('sight_open'), ('find_open'), ('export_begin'),
  ('export_contents'), ('import_begin'), ('import_records'), ('import_document'), ('import_end'),
  ('client_arrive'), ('notice_address'),
  ('checkin_waiting_open');

\o /dev/null
select tap.must('door', $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$);
\o
select no_plan();

select set_eq(
  $$select proname::text from pg_proc where pronamespace = 'desk'::regnamespace$$,
  $$select substring(call from '^desk\.(\w+)') from calls
    union select substring(call from '^desk\.(\w+)') from lists
    union select name from others$$,
  'every function of the desk is called here');

-- Mira may do everything that the state of the record allows. A refusal because of the state tells the state, so only
-- she may get it.
select unalike(tap.tried('mira', call), 'PL40[34] %', 'Mira may: ' || call)
from calls
where call !~ 'client_unshare';
select unalike(tap.tried('mira', call), 'XX%', 'nothing breaks: ' || call)
from calls;
select unalike(tap.tried('mira', call), '42%', 'nothing is missing: ' || call)
from calls;

-- Without an audit entry that was committed before, nobody is shown anything, whatever they do within one transaction.
set local tap.blind = 'on';
delete from clinic.sights;
select alike(tap.tried('mira', call), 'PL428 client %', 'unopened, Mira may not: ' || call)
from calls;
select alike(tap.tried('mira', call), 'PL428 list %', 'unopened, Mira is not listed: ' || call)
from lists
where call !~ '(whoami|audit_head|audit_verify|practice_get|time_zone|practitioner_list|template_list|item_|outbox_key|settings|content\()';
select tap.answers_well('mira', 'desk.sight_open(''' || subject || ''')')
from unnest(array['client {ana}', 'client {bo}', 'list clients', 'list find']) as subject;
select alike(tap.tried('mira', call), 'PL428 %', 'opened in this transaction, Mira may not: ' || call)
from calls;
select tap.answers('mira', $$desk.client_list(true)$$, 'PL428 list clients');
update clinic.sights set opened_in = '3', opened_at = opened_at - interval '16 minutes';
select tap.answers('mira', $$desk.client_list(true)$$, 'PL428 list clients');
delete from clinic.sights;
set local tap.blind = 'off';
select tap.answers(login, $$desk.sight_open('client {ana}')$$, 'PL404 client')
from unnest(array['jonas', 'tom']) as login;
select tap.answers('mira', $$desk.sight_open('everything')$$, 'PL422 a client or a list is opened');
select tap.answers(login, $$desk.sight_open('list clients')$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers(login, $$desk.notice_address('x@example.org')$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers(login, $$desk.portrait_set('\x01')$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;

-- The others get exactly the answer for an id that never existed.
select is(
  tap.tried(login, call), tap.tried(login, replace(call, '{' || about || '}', '{nobody}')),
  login || ' cannot tell it from what never was: ' || call)
from calls
  cross join unnest(array['jonas', 'tom', 'leaver', 'stranger']) as login;
select alike(tap.tried(login, call), 'PL404 %', login || ' finds nothing: ' || call)
from calls
  cross join unnest(array['jonas', 'tom', 'leaver', 'stranger']) as login;

-- Short ids are valid within a practice only, too.
select is(
  tap.tried('tom', format('desk.client_get(%L)', short_id)), 'PL404 client', 'a short id of another practice names nothing')
from clinic.clients;
select is(tap.tried('tom', call), 'no rows', 'Tom sees nothing in: ' || call)
from lists
where call ~ 'list|match|find|report' and call !~ 'audit|practitioner';
select unalike(tap.tried(login, call), '%' || word || '%', login || ' reads nothing of ' || word || ' in: ' || call)
from lists
  cross join unnest(array['tom', 'leaver', 'stranger']) as login
  cross join unnest(array['Ana', 'ana@', '陈波', 'note', 'rf.x', 'Stillwater', 'Mira', '000000000101', 'client.add']) as word;
select unalike(tap.tried('jonas', call), '%' || word || '%', 'Jonas reads nothing of ' || word || ' in: ' || call)
from lists
  cross join unnest(array['Ana', 'ana@', '陈波', 'note', 'rf.x', '000000000101', 'client.add']) as word;
select alike(tap.tried('mira', 'desk.client_list(true)'), '%Ana Lima%陈波%', 'and Mira does read them');

-- A share lets a colleague treat the client but not decide about the record, and ends by itself.
select tap.answers_well('mira', format($$desk.client_share('{%s}', 'jonas', '2100-01-01')$$, client))
from unnest(array['ana', 'bo']) as client;
select unalike(tap.tried('jonas', call), 'PL404 %', 'shared, Jonas may: ' || call)
from calls
where sharing;
select is(
  tap.tried('jonas', call), 'PL403 only the client''s practitioner or the owner of the practice may do that',
  'shared, Jonas may not: ' || call)
from calls
where not sharing;
select is(tap.tried('tom', call), tap.tried('tom', replace(call, '{' || about || '}', '{nobody}')), 'shared, Tom still cannot tell: ' || call)
from calls;
update clinic.client_shares set granted_at = '2020-01-01', until = '2020-01-02';
select tap.answers('jonas', $$desk.client_get('{ana}')$$, 'PL404 client');

-- Breaking the glass (opening a record in an emergency).
select tap.answers('jonas', $$desk.client_break_glass('{ana}', ' ')$$, 'PL422 breaking the glass needs a reason');
select is(
  tap.tried('jonas', format($$desk.client_break_glass('{%s}', 'fainted in the waiting room')$$, whoever)), '("")',
  'breaking the glass tells nothing of ' || whoever)
from unnest(array['ana', 'nobody']) as whoever;
select is(
  tap.tried(login, $$desk.client_break_glass('{ana}', 'x')$$), 'PL403 this login belongs to no practitioner',
  login || ' has no glass to break')
from unnest(array['leaver', 'stranger']) as login;
select is(tap.tried('tom', $$desk.client_break_glass('{ana}', 'x')$$), '("")', 'Tom may break at what is not in his practice');
select is((select count(*) from clinic.client_shares where practitioner_id = tap.spelled('{tom}')::uuid), 0::bigint, 'and nothing opens');
select tap.answers_well('jonas', $$desk.client_break_glass('{ana}', 'fainted')$$);
select tap.answers('jonas', $$desk.client_get('{ana}')$$, 'PL404 client');
update clinic.client_shares set granted_in = '3';
select alike(tap.tried('jonas', $$desk.client_get('{ana}')$$), '%Ana Lima%', 'committed, the glass is broken');
select alike(tap.tried('mira', $$desk.client_shares('{ana}')$$), '%Jonas%fainted%', 'Mira is shown why');
select alike(tap.tried('mira', $$desk.audit_list('{ana}', 'Jonas', null)$$), '%client.break_glass%fainted%', 'and it is audited');

-- Only members of a practice add clients, only owners change the practice.
select tap.answers(login, $$desk.client_add('{new}', 'X', null, null, null)$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers('jonas', call, 'PL403 only the owner of the practice may do that')
from unnest(array[
  $$desk.practice_set('{"name": "X"}')$$, $$desk.content_reviewed('X')$$, $$desk.practitioner_deactivate('Mira', 'Jonas')$$,
  $$desk.practitioner_transfer('Mira', 'Jonas')$$, $$desk.closed_sessions_end()$$]) as call;
select tap.answers('tom', $$desk.practitioner_deactivate('Jonas', 'Tom')$$, 'PL404 practitioner');
select tap.answers('mira', $$desk.practitioner_deactivate('Mira', 'Jonas')$$, 'PL409 a practice keeps an owner');
select tap.answers('mira', $$desk.practitioner_deactivate('Jonas', 'Jonas')$$, 'PL422 somebody else takes over the clients');
select tap.answers(
  'operator', $$operator.practitioner_deactivate('{stillwater}', 'Jonas', 'Jonas')$$,
  'PL422 somebody else takes over the clients');
select tap.answers('mira', $$desk.client_assign('{ana}', 'Tom')$$, 'PL404 practitioner');
select tap.answers_well('mira', $$desk.plan_template_save('neck', '[{"item": "hc.a", "note": "private"}]')$$);
select unalike(tap.tried('jonas', 'desk.plan_template_list()'), '%private%', 'a template has nothing of a client''s');
select tap.answers('tom', 'desk.plan_template_list()', 'no rows');
select tap.answers('tom', $$desk.plan_template_delete('neck')$$, 'PL404 template');
select tap.answers('tom', 'desk.undo()', 'PL409 there is nothing of yours to take back');

-- The same id in another practice is another record, so an id reveals nothing about other practices.
select alike(tap.tried('tom', $$desk.client_add('{ana}', 'Tom''s own', null, null, null)$$), '%Tom''s own%', 'an id in use elsewhere is free');

-- A therapist who leaves loses the login, the membership of open sessions, and the clients.
select tap.answers('mira', $$desk.practitioner_transfer('Mira', 'Jonas')$$, '(2)');
select tap.answers('mira', $$desk.practitioner_deactivate('Jonas', 'Mira')$$, '(2)');
select tap.answers('jonas', 'desk.client_list(true)', 'PL428 list clients');
select is((select rolcanlogin from pg_roles where rolname = 't_proofjonas'), false, 'Jonas cannot log in any more');
select alike(tap.tried('mira', $$desk.client_get('{ana}')$$), '%Ana Lima%', 'and Mira has the clients');

select * from finish();
rollback;
