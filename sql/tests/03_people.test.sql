-- Every function of the desk, as everyone: Mira, whose client it is; Jonas, her colleague, who may only while it is
-- shared; Tom of another practice, Lea who left, and a login without a practice, who get the answer for what never was.
\ir fixture.sql

-- What a call answers, undone at once.
create function tap.tried(login text, call text)
returns text
language plpgsql
as $$
begin
  raise exception using errcode = 'TRIED', message = tap.answer(login, call);
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
end
$$;

-- `about` is the name in braces that the call is about; `sharing` tells whether a colleague with whom the client is
-- shared may do it.
create temporary table calls (call text, about text, sharing boolean);
insert into calls
values
  ($$desk.client_get('{ana}')$$, 'ana', true),
  ($$desk.client_edit('{ana}', '{"phone": "1"}')$$, 'ana', true),
  ($$desk.client_assign('{ana}', 'Mira')$$, 'ana', false),
  ($$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$, 'ana', false),
  ($$desk.client_unshare('{ana}', 'Jonas')$$, 'ana', false),
  ($$desk.client_shares('{ana}')$$, 'ana', true),
  ($$desk.client_note('01900000-0000-7000-8000-0000000000ab', '{ana}', 'x')$$, 'ana', true),
  ($$desk.client_notes('{ana}')$$, 'ana', true),
  ($$desk.client_archive('{ana}', 'x')$$, 'ana', false),
  ($$desk.client_restore('{bo}')$$, 'bo', false),
  ($$desk.client_merge('{ana}', '{bo}', '{}')$$, 'ana', false),
  ($$desk.client_merge('{bo}', '{ana}', '{}')$$, 'ana', false),
  ($$desk.client_unmerge('{ana}')$$, 'ana', false),
  ($$desk.client_erase('{ana}', '-', true)$$, 'ana', false),
  ($$desk.client_hold('{ana}', 'x')$$, 'ana', false),
  ($$desk.client_timeline('{ana}', null)$$, 'ana', true),
  ($$desk.audit_who('{ana}')$$, 'ana', true),
  ($$desk.audit_list('{ana}', null, null)$$, 'ana', true),
  ($$desk.invite_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{no link}', '2100-01-01', '1.0.0', null)$$,
    'ana', true),
  ($$desk.invite_revoke('{open invite}')$$, 'open invite', true),
  ($$desk.intake_start('01900000-0000-7000-8000-0000000000ab', '{ana}', '{}', '1.0.0', '[]', 'ok')$$, 'ana', true),
  ($$desk.intake_get('{intake}')$$, 'intake', true),
  ($$desk.intake_accepted('{ana}')$$, 'ana', true),
  ($$desk.intake_previous('{flagged}')$$, 'flagged', true),
  ($$desk.intake_history('{ana}')$$, 'ana', true),
  ($$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, 'flagged', true),
  ($$desk.intake_accept('{flagged}')$$, 'flagged', true),
  ($$desk.intake_return('{flagged}', null, 'say more')$$, 'flagged', true),
  ($$desk.intake_raise('{intake}', '[]')$$, 'intake', true),
  ($$desk.intake_amend('{intake}', '{}', '1.0.0', '[]', 'ok', 'typo')$$, 'intake', true),
  ($$desk.evaluation_record('01900000-0000-7000-8000-0000000000ab', '{ana}', '{body}', '1.0.0')$$, 'ana', true),
  ($$desk.evaluation_get('{evaluation}')$$, 'evaluation', true),
  ($$desk.evaluation_list('{ana}')$$, 'ana', true),
  ($$desk.evaluation_edit('{draft}', '{body}', '1.0.0')$$, 'draft', true),
  ($$desk.evaluation_sign('{draft}')$$, 'draft', true),
  ($$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'typo')$$, 'evaluation', true),
  ($$desk.plan_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{intake}', null, '1.0.0', '[]')$$, 'ana', true),
  ($$desk.plan_create('01900000-0000-7000-8000-0000000000ab', '{ana}', '{intake}', null, '1.0.0', '[]')$$, 'intake', true),
  ($$desk.plan_get('{plan}')$$, 'plan', true),
  ($$desk.plan_list('{ana}')$$, 'ana', true),
  ($$desk.plan_set_items('{draft plan}', '[]')$$, 'draft plan', true),
  ($$desk.plan_describe('{draft plan}', null, 'x')$$, 'draft plan', true),
  ($$desk.plan_issue('{draft plan}', '{}', '[]', '{no link}', '\x01', '2100-01-01')$$, 'draft plan', true),
  ($$desk.plan_document('{plan}', 'text')$$, 'plan', true),
  ($$desk.plan_wording('{plan}')$$, 'plan', true),
  ($$desk.plan_relink('{plan}', '{new link}', '\x01', '2100-01-01')$$, 'plan', true),
  ($$desk.plan_revise('01900000-0000-7000-8000-0000000000ab', '{plan}')$$, 'plan', true),
  ($$desk.plan_pause('{plan}')$$, 'plan', true),
  ($$desk.plan_resume('{plan}')$$, 'plan', true),
  ($$desk.plan_close('{plan}')$$, 'plan', true);

-- Calls about no record: what they answer must hold nothing of what the caller may not see.
create temporary table lists (call text);
insert into lists
values
  ('desk.whoami()'), ('desk.client_list(true)'), ($$desk.client_match('a', 10)$$), ($$desk.client_match('陈', 10)$$),
  ('desk.invite_list()'), ('desk.intake_list(false)'), ('desk.plan_list(null)'), ('desk.audit_list(null, null, null)'),
  ('desk.undo_list()'), ('desk.today()'), ('desk.today_records()'), ($$desk.find('ana', 10)$$),
  ($$desk.find('note', 10)$$), ('desk.audit_head()'), ('desk.audit_verify(null, null)'), ('desk.practice_get()'), ('desk.practitioner_list()'),
  ('desk.plan_template_list()'), ('desk.report_completion(null)'), ('desk.report_outcomes(null)'),
  ('desk.report_flags(null)'), ('desk.report_retention()'), ('desk.settings()'), ($$desk.content('1.0.0')$$);

-- Calls with a test of their own below.
create temporary table others (name text);
insert into others
values
  ('client_add'), ('client_break_glass'), ('undo'), ('practice_set'), ('content_reviewed'), ('practitioner_deactivate'),
  ('practitioner_transfer'), ('plan_template_save'), ('plan_template_delete');

select no_plan();

select set_eq(
  $$select proname::text from pg_proc where pronamespace = 'desk'::regnamespace$$,
  $$select substring(call from '^desk\.(\w+)') from calls
    union select substring(call from '^desk\.(\w+)') from lists
    union select name from others$$,
  'every function of the desk is called here');

-- Mira: everything, but for what the state of the record forbids. Such a refusal tells of the state, so it is hers.
select unalike(tap.tried('mira', call), 'PL40[34] %', 'Mira may: ' || call)
from calls
where call !~ 'client_unshare';
select unalike(tap.tried('mira', call), 'XX%', 'nothing breaks: ' || call)
from calls;
select unalike(tap.tried('mira', call), '42%', 'nothing is missing: ' || call)
from calls;

-- The others: exactly what they get for an id that never was.
select is(
  tap.tried(login, call), tap.tried(login, replace(call, '{' || about || '}', '{nobody}')),
  login || ' cannot tell it from what never was: ' || call)
from calls
  cross join unnest(array['jonas', 'tom', 'leaver', 'stranger']) as login;
select alike(tap.tried(login, call), 'PL404 %', login || ' finds nothing: ' || call)
from calls
  cross join unnest(array['jonas', 'tom', 'leaver', 'stranger']) as login;

-- Short ids are a practice's own, too.
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

-- A share lets a colleague care, not decide, and ends by itself.
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

-- Breaking the glass.
select tap.answers('jonas', $$desk.client_break_glass('{ana}', ' ')$$, 'PL422 breaking the glass needs a reason');
select alike(tap.tried('jonas', $$desk.client_break_glass('{ana}', 'fainted in the waiting room')$$), '%Ana Lima%', 'Jonas may break the glass');
select is(
  tap.tried(login, $$desk.client_break_glass('{ana}', 'x')$$), 'PL404 client', login || ' has no glass to break')
from unnest(array['tom', 'leaver', 'stranger']) as login;
select tap.answers_well('jonas', $$desk.client_break_glass('{ana}', 'fainted')$$);
select alike(tap.tried('mira', $$desk.client_shares('{ana}')$$), '%Jonas%fainted%', 'Mira is shown why');
select alike(tap.tried('mira', $$desk.audit_list('{ana}', 'Jonas', null)$$), '%client.break_glass%fainted%', 'and it is audited');

-- Only members add, only owners rule.
select tap.answers(login, $$desk.client_add('{new}', 'X', null, null, null)$$, 'PL403 this login belongs to no practitioner')
from unnest(array['leaver', 'stranger']) as login;
select tap.answers('jonas', call, 'PL403 only the owner of the practice may do that')
from unnest(array[
  $$desk.practice_set('{"name": "X"}')$$, $$desk.content_reviewed('X')$$, $$desk.practitioner_deactivate('Mira', 'Jonas')$$,
  $$desk.practitioner_transfer('Mira', 'Jonas')$$]) as call;
select tap.answers('tom', $$desk.practitioner_deactivate('Jonas', 'Tom')$$, 'PL404 practitioner');
select tap.answers('mira', $$desk.practitioner_deactivate('Mira', 'Jonas')$$, 'PL409 a practice keeps an owner');
select tap.answers('mira', $$desk.client_assign('{ana}', 'Tom')$$, 'PL404 practitioner');
select tap.answers_well('mira', $$desk.plan_template_save('neck', '[{"item": "hc.a", "note": "private"}]')$$);
select unalike(tap.tried('jonas', 'desk.plan_template_list()'), '%private%', 'a template has nothing of a client''s');
select tap.answers('tom', 'desk.plan_template_list()', 'no rows');
select tap.answers('tom', $$desk.plan_template_delete('neck')$$, 'PL404 template');
select tap.answers('tom', 'desk.undo()', 'PL409 there is nothing of yours to take back');

-- The same id in another practice is another record: ids tell nothing across practices.
select alike(tap.tried('tom', $$desk.client_add('{ana}', 'Tom''s own', null, null, null)$$), '%Tom''s own%', 'an id in use elsewhere is free');

-- Leaving takes the login, the sessions' membership and the clients.
select tap.answers('mira', $$desk.practitioner_transfer('Mira', 'Jonas')$$, '(2)');
select tap.answers('mira', $$desk.practitioner_deactivate('Jonas', 'Mira')$$, '(2)');
select tap.answers('jonas', 'desk.client_list(true)', 'no rows');
select is((select rolcanlogin from pg_roles where rolname = 't_proofjonas'), false, 'Jonas cannot log in any more');
select alike(tap.tried('mira', $$desk.client_get('{ana}')$$), '%Ana Lima%', 'and Mira has the clients');

select * from finish();
rollback;
