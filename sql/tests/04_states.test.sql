-- The states of records, and the transitions that are allowed and refused.
\ir fixture.sql
select no_plan();

-- The desk and the door can read every version of the content for ever.
select tap.answers(login, face || $$.content('1.0.0')$$, '(questions,{})')
from (values ('mira', 'desk'), ('door', 'door')) as c (login, face);
select tap.answers(login, face || $$.content('0.9.0')$$, 'PL404 content version')
from (values ('mira', 'desk'), ('door', 'door')) as c (login, face);

-- Answers are accepted only for the version of the content that the invite asks for.
select tap.answers_well('operator', $$operator.content_load('1.0.1', '{"questions": {}}')$$);
select tap.answers('door', $$door.intake_submit('{open link}', '{submission}', '{digest}', '{new}', '{}', '1.0.1', '[]', 'ok', '{key}', '\x01')$$,
  'PL412 the invite asks for another version of the content');
select tap.answers('door', $$door.intake_submit('{no link}', '{submission}', '{digest}', '{new}', '{}', '1.0.1', '[]', 'ok', '{key}', '\x01')$$, 'PL404 invite');
select alike(tap.answer('door', $$door.intake_submit('{sent link}', '{submission}', '{digest}', '{new}', '{}', '1.0.1', '[]', 'ok', '{key}', '\x01')$$),
  '(replayed,%', 'the same submission again is the same receipt, whatever version is asked for');

-- Invites: created, opened by the first draft, started by the next, submitted; revoked and expired ones open nothing.
select tap.answers('door', $$door.draft_save('{open link}', '{key}', '\x01')$$, '("")');
select is((select state from clinic.invites where opened_at is not null and state <> 'submitted'), 'opened', 'the first draft opens');
select tap.answers('door', $$door.draft_save('{open link}', '{key}', '\x0102')$$, '("")');
select is((select state from clinic.invites where started_at is not null and state <> 'submitted'), 'started', 'the next one starts');
select tap.answers('door', $$door.draft_load('{open link}', '{key}')$$, '("\\x0102",2)');
select tap.answers('door', $$door.draft_save('{open link}', '{key}', '\x03', 1)$$, 'PL412 the draft was saved from elsewhere meanwhile');
select tap.answers('door', $$door.draft_save('{open link}', '{key}', '\x03', 0)$$, 'PL412 the draft was saved from elsewhere meanwhile');
select tap.answers('door', $$door.draft_save('{open link}', '{key}', '\x0103', 2)$$, '("")');
select tap.answers('door', $$door.draft_load('{open link}', '{key}')$$, '("\\x0103",3)');
select tap.answers('door', $$door.draft_load('{open link}', '{digest}')$$, 'no rows');
select alike(tap.answer('door', $$door.invite_open('{open link}', '{key}')$$), '%x0103",3)', 'the page of a link comes with what its browser has begun');
select alike(tap.answer('door', $$door.invite_open('{open link}', '{digest}')$$), '%,,)', 'and with nothing of another browser');
select is((select count(*) from clinic.drafts), 1::bigint, 'a draft of another key is another draft');
select tap.answers('door', $$door.draft_save('{sent link}', '{digest}', '\x01')$$, 'PL409 the form was sent already');
select tap.answers('door', $$door.draft_load('{sent link}', '{key}')$$, 'no rows');
select tap.answers('mira', $$desk.invite_revoke('{sent invite}')$$, 'PL409 the form was sent already');
select tap.answers('mira', $$desk.invite_revoke('{open invite}')$$, '("")');
select tap.answers('mira', $$desk.invite_revoke('{open invite}')$$, '("")');
select is((select count(*) from clinic.drafts), 0::bigint, 'revoking drops the drafts');
select is(
  array_agg(distinct tap.answer('door', call)), array['PL404 invite'], 'revoked is as unknown')
from unnest(array[
  $$door.invite_open('{open link}')$$, $$door.invite_open('{no link}')$$, $$door.draft_save('{open link}', '{key}', '\x01')$$,
  $$door.draft_load('{no link}', '{key}')$$, $$door.resume_code_open('{no link}', '{key}')$$,
  $$door.resume_code_save('{no link}', '{key}', '{key}', '\x01')$$,
  $$door.intake_submit('{open link}', '{submission}', '{digest}', '{new}', '{}', '1.0.0', '[]', 'ok', '{key}', '\x01')$$,
  $$door.intake_submit('{open link}', '{submission}', '{digest}', '{new}', '{}', '1.0.1', '[]', 'ok', '{key}', '\x01')$$,
  $$door.intake_submit('{plan link}', '{submission}', '{digest}', '{new}', '{}', '1.0.0', '[]', 'ok', '{key}', '\x01')$$]) as call;
select tap.answers('door', $$door.plan_open('{open link}')$$, 'PL404 plan');
select tap.answers('door', $$door.submitted_copy('{open link}', '{key}')$$, 'no rows');

-- Resume codes: ten wrong guesses close them until the holder of the draft makes a new one.
select tap.answers_well('mira', $$desk.invite_create('01900000-0000-7000-8000-0000000002aa', '{ana}', '{no link}', '2100-01-01', '1.0.0', null)$$);
select tap.answers('door', $$door.resume_code_save('{no link}', '{key}', '{digest}', '\x07')$$, 'PL404 draft');
select tap.answers_well('door', $$door.draft_save('{no link}', '{key}', '\x01')$$);
select tap.answers_well('door', $$door.resume_code_save('{no link}', '{key}', '{digest}', '\x07')$$);
select tap.answers('door', $$door.resume_code_open('{no link}', '{digest}')$$, '("\\x07")');
select is(tap.answer('door', $$door.resume_code_open('{no link}', '{key}')$$), 'no rows', 'wrong code ' || n) from generate_series(1, 10) as n;
select tap.answers('door', $$door.resume_code_open('{no link}', '{digest}')$$, 'no rows');
select tap.answers_well('door', $$door.resume_code_save('{no link}', '{key}', '{open link}', '\x08')$$);
select tap.answers('door', $$door.resume_code_open('{no link}', '{open link}')$$, '("\\x08")');
select tap.answers('door', $$door.resume_code_open('{no link}', '{digest}')$$, 'no rows');
-- Intakes: flags first, then accepted; an amendment must be accepted again; the answers that were sent never change.
select tap.answers('mira', $$desk.intake_accept('{flagged}')$$, 'PL423 red flags are not acknowledged: rf.x');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.none', 'refer', 'x')$$, 'PL404 flag');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'ignore', 'x')$$, 'PL422 the action is refer, adapt or proceed');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'refer', ' ')$$, 'PL422 a flag is acknowledged with a note');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'refer', 'sent to her doctor')$$, '("")');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'refer', 'sent to her doctor')$$, '("")');
select tap.answers('mira', $$desk.intake_acknowledge('{flagged}', 'rf.x', 'proceed', 'x')$$, 'PL409 the flag is acknowledged already');
select tap.answers('mira', $$desk.intake_raise('{flagged}', '[]')$$, 'PL409 the intake is not accepted');
select tap.answers('mira', $$desk.intake_accept('{flagged}')$$, '("")');
select tap.answers('mira', $$desk.intake_accept('{flagged}')$$, 'PL409 the intake is accepted already');
select tap.answers('mira', $$desk.intake_return('{flagged}', null, 'x')$$, 'PL409 the intake was accepted already');
select tap.answers('mira', $$desk.intake_amend('{flagged}', '{}', '1.0.0', '[]', 'ok', ' ')$$, 'PL422 an amendment needs a reason');
select alike(tap.answer('mira', $$desk.intake_amend('{flagged}', '{"pain.now": 6}', '1.0.0', '[{"flag": "rf.y", "urgency": "refer", "title": "Y"}]', 'modify', 'typo')$$), '%,amended,%pain.now"": 6%', 'an amendment is what is read');
select tap.answers('mira', $$desk.intake_amend('{flagged}', '{"pain.now": 7}', '1.0.0', '[]', 'ok', 'typo', 1)$$, 'PL412 the intake was changed by somebody else meanwhile');
select alike(tap.answer('mira', $$desk.intake_amend('{flagged}', '{"pain.now": 6}', '1.0.0', '[]', 'modify', 'typo', 2)$$), '%pain.now"": 6%,3,1,t)', 'the version that was read is corrected');
select is((select answers from clinic.intakes where taken_by is not null), '{"pain.now": 5}', 'what was sent stays');
select tap.answers('mira', $$desk.intake_accept('{flagged}')$$, 'PL423 red flags are not acknowledged: rf.y');
select alike(tap.answer('mira', $$desk.intake_return('{flagged}', 'pain.now', 'say more')$$), '("")', 'it can be returned');
select tap.answers('mira', $$desk.intake_accept('{flagged}')$$, 'PL409 the intake was returned to the client');

select tap.answers('mira', $$desk.intake_raise('{intake}', '[{"flag": "rf.found", "urgency": "urgent", "title": "F"}]')$$, '("")');
select tap.answers('mira', $$desk.intake_acknowledge('{intake}', 'rf.found', 'refer', 'sent to her doctor')$$, '("")');

-- Evaluations and plans.
select tap.answers('mira', $$desk.evaluation_edit('{evaluation}', '{body}', '1.0.0')$$, 'PL409 the evaluation is signed; amend it');
select tap.answers('mira', $$desk.evaluation_sign('{draft}', 99)$$, 'PL412 the evaluation was changed by somebody else meanwhile');
select tap.answers('mira', $$desk.evaluation_sign('{evaluation}')$$, 'PL409 the evaluation is signed already');
select tap.answers('mira', $$desk.evaluation_amend('{draft}', '{body}', '1.0.0', 'x')$$, 'PL409 the evaluation is a draft; edit it');
select tap.answers('mira', $$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', '')$$, 'PL422 an amendment needs a reason');
select alike(tap.answer('mira', $$desk.evaluation_amend('{evaluation}', '{"findings": {"pf.atr": 6}, "trigger_points": []}', '1.0.0', 'x')$$), '%pf.atr%amended%', 'an amendment is what is read');
select tap.answers('mira', $$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'x', 1)$$, 'PL412 the evaluation was changed by somebody else meanwhile');
select alike(tap.answer('mira', $$desk.evaluation_amend('{evaluation}', '{"findings": {"pf.atr": 7}, "trigger_points": []}', '1.0.0', 'x', 2)$$), '%pf.atr"": 7%amended%,3)', 'the version that was read is corrected');
select is((select body from clinic.evaluations where state = 'amended'), '{"findings": {}, "trigger_points": []}', 'what was signed stays');

select tap.answers('mira', $$desk.plan_create('{new}', '{ana}', '{flagged}', null, '1.0.0', '[]')$$, 'PL423 the intake is not accepted');
select tap.answers('mira', $$desk.plan_create('{new}', '{bo}', '{intake}', null, '1.0.0', '[]')$$, 'PL422 the intake and the evaluation of a plan are its client''s');
select tap.answers('mira', $$desk.plan_create('{new}', '{bo}', '{intake}', '{evaluation}', '1.0.0', '[]')$$, 'PL422 the intake and the evaluation of a plan are its client''s');
create function tap.issue(items text)
returns text
language sql
as $$
  select tap.must('mira', format($call$desk.plan_set_items('{draft plan}', %L)$call$, items));
  select tap.answer('mira', $call$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', '{basis of {draft plan}}')$call$)
$$;
select is(tap.issue('[]'), 'PL423 the plan has no items', 'an empty plan');

-- Saving a draft that another has changed since it was read is refused, and nothing is overwritten.
select tap.answers('mira', call, 'PL412 the ' || kind || ' was changed by somebody else meanwhile')
from (
  values
    ('plan', $$desk.plan_set_items('{draft plan}', '[{"item": "hc.b"}]', 1)$$),
    ('plan', $$desk.plan_describe('{draft plan}', null, 'x', 1)$$),
    ('plan', $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01',
      '{"intake": "{intake}", "content_version": "1.0.0", "items": [{"item": "hc.b"}], "pausing_flags": [], "version": 1}')$$),
    ('evaluation', $$desk.evaluation_edit('{draft}', '{body}', '1.0.0', 99)$$)
  ) as stale (kind, call);
select is((select count(*) from clinic.plan_items as i where i.item = 'hc.b' and i.plan_id = (select value::uuid from tap.names where name = 'draft plan')), 0::bigint, 'nothing was written');
select tap.answers_well('mira', $$desk.evaluation_edit('{draft}', '{body}', '1.0.0', 1)$$);
select alike(tap.answer('mira', $$desk.plan_describe('{draft plan}', null, null, 2)$$), '%,draft,%,3,[])', 'the version that was read is taken');
select tap.answers('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01',
  '{"intake": "{intake}", "evaluation": null, "content_version": "1.0.0", "items": [{"item": "hc.b"}], "pausing_flags": []}')$$,
  'PL423 another evaluation is the newest; draft or look at the plan again');
select tap.answers('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01',
  '{"intake": "{flagged}", "evaluation": "{evaluation}", "content_version": "1.0.0", "items": [{"item": "hc.b"}], "pausing_flags": []}')$$,
  'PL423 the intake is not accepted, or was amended since');
-- A dose that a therapist set.
select alike(tap.answer('mira', format($$desk.plan_set_items('{draft plan}', '[{"item": "hc.b", "dose": %s}]')$$, dose)), '23514 %', 'no dose: ' || dose)
from unnest(array['{}', '{"amounts": {"reps": 0}}', '{"amounts": {"reps": "6"}}', '{"amounts": {}, "side": "up"}', '{"amounts": {}, "reason": " "}',
  '{"amounts": {}, "reason": "\u200b"}']) as dose;
select tap.answers('mira', $$desk.plan_set_items('{draft plan}', '[{"item": "hc.b", "dose": {"amounts": {"reps": 6}, "side": "left"}}]', null, 'strong')$$, '("")');
select alike(tap.answer('mira', $$desk.plan_get('{draft plan}')$$), '%""dose"": {""side"": ""left"", ""amounts"": {""reps"": 6}}%', 'it is kept');
select is((select r.reason from clinic.audit_reasons as r order by r.sequence desc limit 1), 'strong', 'and why it is more than is safe is in the audit');
select is(tap.issue('[{"item": "hc.a", "effect": "block", "reasons": ["c.x"]}, {"item": "hc.b"}]'), 'PL423 blocked for this client: hc.a', 'a blocked item');
select alike(tap.answer('mira', $$desk.plan_set_items('{draft plan}', '[{"item": "hc.a", "effect": "block", "reasons": ["c.x"], "override": {"reason": " "}}]')$$), '23514 %', 'a block lowered for no reason');
select is(tap.issue('[{"item": "hc.a", "effect": "ask_first", "reasons": ["c.x"]}]'), 'PL423 no clinician has agreed yet: hc.a', 'an item to ask about first');
select is(tap.issue('[{"item": "hc.a", "effect": "ask_first", "reasons": ["c.x"], "override": {"reason": "asked"}}]'), 'PL423 no clinician has agreed yet: hc.a', 'asked, but whom?');
select alike(tap.issue('[{"item": "hc.a", "effect": "ask_first", "reasons": ["c.x"], "override": {"reason": "asked", "clinician": "Dr. N", "date": "2026-01-01"}}, {"item": "hc.b", "effect": "block", "reasons": ["c.y"], "override": {"reason": "seen her do it"}}]'), '%,issued,%', 'agreed and lowered');
select alike(tap.answer('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{digest}', '\x05', '\x0b', '2100-01-01', '{basis of {draft plan}}')$$), '%,issued,%', 'the same link again is the same issue');
select tap.answers('mira', $$desk.plan_issue('{draft plan}', '{}', '[]', '{key}', '\x05', '\x0b', '2100-01-01', '{basis of {draft plan}}')$$, 'PL409 the plan is issued already');
select tap.answers('mira', $$desk.plan_set_items('{draft plan}', '[]')$$, 'PL409 the plan is issued; revise it');
select tap.answers('mira', $$desk.plan_describe('{draft plan}', null, 'x')$$, 'PL409 the plan is issued; revise it');
select tap.answers('door', $$door.plan_open('{digest}')$$, '(issued,"\\x05",[],Stillwater,,,Mira,UTC)');
select tap.answers_well('mira', $$desk.plan_relink('{draft plan}', '{new link}', '\x07', '\x0b', '2100-01-01')$$);
select tap.answers('door', $$door.plan_open('{digest}')$$, 'PL404 plan');
select tap.answers('door', $$door.plan_open('{new link}')$$, '(issued,"\\x07",[],Stillwater,,,Mira,UTC)');
select tap.answers_well('mira', $$desk.plan_relink('{draft plan}', '{digest}', '\x05', '\x0b', '2100-01-01')$$);
select tap.answers_well('mira', $$desk.plan_pause('{draft plan}')$$);
select tap.answers('door', $$door.plan_open('{digest}')$$, '(paused,,[],Stillwater,,,Mira,UTC)');
select tap.answers('mira', $$desk.plan_pause('{draft plan}')$$, 'PL409 only an issued plan is paused; this one is paused');
select tap.answers_well('mira', $$desk.plan_resume('{draft plan}')$$);
select alike(tap.answer('mira', $$desk.plan_revise('{new}', '{plan}')$$), '%,draft,%hc.a%', 'a revision is a draft with the same items');
select tap.answers_well('mira', $$desk.plan_issue('{new}', '{}', '[]', '{key}', '\x06', '\x0b', '2100-01-01', '{basis of {new}}')$$);
select is((select count(*) from clinic.plans where state = 'revised'), 1::bigint, 'issued, it takes the place of the old one');
select tap.answers('door', $$door.plan_open('{plan link}')$$, '(revised,,[],Stillwater,,,Mira,UTC)');
select tap.answers('mira', $$desk.plan_revise('01900000-0000-7000-8000-0000000000ac', '{plan}')$$, 'PL409 only an issued plan is revised; this one is revised');
select tap.answers_well('mira', $$desk.plan_close('{new}')$$);
select tap.answers('door', $$door.plan_open('{key}')$$, 'PL404 plan');
select tap.answers('mira', $$desk.plan_relink('{new}', '{new link}', '\x07', '\x0b', '2100-01-01')$$, 'PL409 only an issued plan has a link; this one is closed');
select tap.answers('mira', $$desk.plan_close('{new}')$$, 'PL409 only an issued plan is closed; this one is closed');

-- Rows that even the owner of the tables cannot change.
set local role plumbline_owner;
select clinic.enter('01900000-0000-7000-8000-000000000001');
reset role;
select throws_ok(change, 'PL409', null, 'refused: ' || change)
from unnest(array[
  $$update clinic.intakes set answers = '{}'$$, $$update clinic.intakes set submitted_at = now() - interval '1 day'$$,
  $$update clinic.intakes set client_id = '01900000-0000-7000-8000-000000000102'$$, 'delete from clinic.intakes',
  $$update clinic.intake_amendments set answers = '{}'$$, 'delete from clinic.intake_amendments',
  $$update clinic.intake_flags set title = 'x'$$, 'delete from clinic.intake_flags',
  $$update clinic.submitted_copies set sealed = '\x09'$$, 'delete from clinic.submitted_copies',
  $$update clinic.evaluations set body = body || '{"x": 1}' where state <> 'draft'$$,
  $$delete from clinic.evaluations where state <> 'draft'$$,
  $$update clinic.evaluation_amendments set reason = 'x'$$, 'delete from clinic.evaluation_amendments',
  $$update clinic.plans set message = 'x' where state <> 'draft'$$, $$delete from clinic.plans where state <> 'draft'$$,
  $$update clinic.plan_items set note = 'x'$$, 'delete from clinic.plan_items',
  $$insert into clinic.plan_items select practice_id, plan_id, 99, 'hc.z', 1, '[]', null, '[]' from clinic.plan_items limit 1$$,
  $$update clinic.plan_documents set bytes = '\x00'$$, 'delete from clinic.plan_documents',
  $$update clinic.client_notes set note = 'x'$$, 'delete from clinic.client_notes',
  $$update clinic.audit_entries set verb = 'a.b'$$, 'delete from clinic.audit_entries']) as change;

-- States that contradict themselves.
select throws_ok(change, '23514', null, 'impossible: ' || change)
from unnest(array[
  $$update clinic.invites set state = 'created' where state = 'submitted'$$,
  $$update clinic.invites set state = 'opened' where state = 'submitted'$$,
  $$update clinic.invites set revoked_at = null where state = 'revoked'$$,
  $$update clinic.invites set started_at = null where state = 'submitted'$$,
  $$update clinic.invites set submitted_at = null where state = 'submitted'$$,
  $$update clinic.invites set opened_at = null where state = 'submitted'$$,
  $$update clinic.intakes set state = 'submitted' where state = 'accepted'$$,
  $$update clinic.intakes set accepted_at = null where state = 'accepted'$$,
  $$update clinic.intakes set accepted_by = null where state = 'accepted'$$,
  $$update clinic.intakes set returned_at = null where state = 'returned'$$,
  $$update clinic.intakes set returned_by = null where state = 'returned'$$,
  $$update clinic.intakes set returned_message = null where state = 'returned'$$,
  $$update clinic.intakes set amended_at = null, returned_at = null, returned_by = null, returned_message = null, state = 'amended' where state = 'returned'$$,
  $$update clinic.intake_flags set acknowledged_by = null where acknowledged_by is not null$$,
  $$update clinic.intake_flags set note = null where note is not null$$,
  $$update clinic.evaluations set state = 'signed' where state = 'draft'$$,
  $$update clinic.evaluations set state = 'signed' where state = 'amended'$$,
  $$update clinic.plans set state = 'issued' where state = 'closed'$$,
  $$update clinic.plans set state = 'paused' where state = 'issued'$$,
  $$update clinic.plans set state = 'draft' where state = 'issued'$$]) as change;

-- Erasing: with confirmation, not before the retention rule allows it, and again after a restore brought a client back.
select tap.answers('mira', $$desk.client_erase('{ana}', '-', false)$$, 'PL422 erasing is confirmed with the client''s short id');
select alike(tap.answer('mira', $$desk.client_erase('{ana}', '-', true)$$), 'PL423 kept until % (health records, 10 years from the last entry)', 'kept by a rule');
select tap.answers_well('mira', $$desk.client_edit('{ana}', '{"birth_date": "2020-02-29"}')$$);
select alike(tap.answer('mira', $$desk.client_erase('{ana}', '-', true)$$), 'PL423 kept until 2048-__-__ (health records of a minor, 10 years from age 18)', 'a minor''s, from age 18');
select tap.answers_well('mira', $$desk.client_hold('{bo}', 'court order')$$);
select tap.answers('mira', $$desk.client_erase('{bo}', '-', true)$$, 'PL423 a legal hold is on this client');
select tap.answers_well('mira', $$desk.client_hold('{bo}', null)$$);
select is(tap.answer('mira', format($$desk.client_erase('{bo}', %L, true)$$, short_id)), '(checkins,0) / (clients,1) / (evaluations,0) / (intakes,0) / (invites,0) / (notes,0) / (plans,0) / (visits,0)', 'a dry run counts')
from clinic.clients where full_name = '陈波';
select alike(tap.answer('mira', format($$desk.client_erase('{bo}', %L, false)$$, short_id)), '%(clients,1)%', 'no rule keeps a client without records')
from clinic.clients where full_name = '陈波';
select tap.answers('mira', $$desk.client_get('{bo}')$$, tap.answer('mira', $$desk.client_get('{nobody}')$$));
select alike(tap.answer('operator', $$operator.erasure_list('{stillwater}')$$), '(01900000-0000-7000-8000-000000000102,%)', 'the ledger knows the id');
select tap.answers('operator', $$operator.erase_again('{stillwater}', '{bo}')$$, '(f)');
select tap.answers('operator', $$operator.erase_again('{stillwater}', '{ana}')$$, '(t)');
select tap.answers('mira', $$desk.client_get('{ana}')$$, 'PL404 client');
select is((select count(*) from clinic.intakes) + (select count(*) from clinic.plans) + (select count(*) from clinic.links), 0::bigint, 'nothing of hers is left');
select alike(tap.answer('operator', $$operator.row_counts('{harbour}')$$), '%(clients,%', 'a backup counts the records of a practice');
select alike(tap.answer('operator', format('operator.audit_verify(%L)', practice)), '(%,)', practice || '''s chain is whole')
from unnest(array['{stillwater}', '{harbour}']) as practice;

select * from finish();
rollback;
