-- The audit chain: it has every operation, every edit of it is found, and it holds no data of a client.
\ir fixture.sql
\ir photos.sql
select no_plan();

select tap.answers('mira', 'desk.audit_verify(null, null)', (select format('(%s,)', count(*)) from clinic.audit_entries where practice_id <> (select value::uuid from tap.names where name = 'harbour')));

-- Every function that changes or reads out a record writes an entry; a refused one writes none.
create function tap.entries(login text, call text)
returns bigint
language plpgsql
as $$
declare
  before constant bigint := (select count(*) from clinic.audit_entries);
begin
  perform tap.answer(login, call);
  return (select count(*) from clinic.audit_entries) - before;
end
$$;
select is(
  tap.entries('door', $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$), 1::bigint, 'audited: door.wish_save');
select is(
  tap.entries('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}',
    '01900000-0000-7000-8000-0000000000b9', 'weekly', '{}', '1.0.0', '[]', '[]')$$), 1::bigint,
  'audited: door.checkin_submit');
select is(
  tap.entries('door', $$door.photo_save('{photo link}', 'anterior', '{new}', 900, 1200, '\x01')$$), 1::bigint,
  'audited: door.photo_save');
select is(
  tap.entries('jonas', $$desk.client_break_glass('{bo}', 'fainted')$$), 1::bigint, 'audited: desk.client_break_glass');
select is(
  tap.entries('mira', $$desk.client_consent_withdraw('{ana}', 'consent.treatment')$$), 2::bigint,
  'audited: desk.client_consent_withdraw, and the plan that it pauses');
select is(tap.entries('mira', call), 1::bigint, 'audited: ' || call)
from unnest(array[
  $$desk.client_consent_override('{ana}', 'consent.treatment', 'asked her')$$,
  $$desk.client_consent_renew('{ana}', 'consent.treatment', 'sheet', '1.0.0')$$]) as call;
select is(tap.entries('mira', call), 1::bigint, 'audited: ' || call)
from unnest(array[
  $$desk.client_add('01900000-0000-7000-8000-0000000000b1', 'Cy', null, null, null)$$,
  $$desk.invite_create('01900000-0000-7000-8000-0000000000b2', '{ana}', '{key}', '2100-01-01', '1.0.0', null)$$,
  $$desk.invite_send('{open invite}', 'email')$$, $$desk.invite_remind('{open invite}')$$,
  $$desk.message_retry('{message}')$$, $$desk.message_cancel('{message}')$$,
  $$desk.notice_address('mira@example.org')$$,
  $$desk.intake_start('01900000-0000-7000-8000-0000000000b3', '{ana}', '{}', '1.0.0', '[]', 'ok')$$,
  $$desk.evaluation_record('01900000-0000-7000-8000-0000000000b4', '{ana}', '{body}', '1.0.0')$$,
  $$desk.plan_create('01900000-0000-7000-8000-0000000000b5', '{ana}', '{intake}', null, '1.0.0', '[]')$$,
  $$desk.plan_revise('01900000-0000-7000-8000-0000000000b6', '{plan}')$$,
  $$desk.client_note('01900000-0000-7000-8000-0000000000b7', '{ana}', 'a note')$$,
  $$desk.client_consents('{ana}')$$,
  $$desk.client_notices('{ana}')$$,
  $$desk.plan_resume('{plan}')$$, $$desk.client_wish_done('{ana}', 'copy_of_record')$$,
  $$desk.client_opening_acknowledge('{bo}')$$, $$desk.client_assign('{bo}', 'Mira')$$,
  $$desk.export_client('{ana}')$$, 'desk.export_begin()',
  $$desk.client_get('{ana}')$$, $$desk.client_edit('{ana}', '{"phone": "1"}')$$, $$desk.client_notes('{ana}')$$,
  $$desk.client_timeline('{ana}', null)$$, $$desk.client_hold('{bo}', 'x')$$, $$desk.client_hold('{bo}', null)$$,
  $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$, $$desk.client_unshare('{ana}', 'Jonas')$$,
  $$desk.client_archive('{bo}', 'x')$$, $$desk.client_restore('{bo}')$$, $$desk.client_merge('{bo}', '{ana}', '{}')$$,
  $$desk.client_unmerge('{bo}')$$, $$desk.audit_who('{ana}')$$,
  $$desk.intake_get('{intake}')$$, $$desk.intake_accepted('{ana}')$$, $$desk.intake_previous('{flagged}')$$,
  $$desk.intake_history('{ana}')$$,
  $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$, $$desk.intake_accept('{flagged}')$$,
  $$desk.intake_raise('{flagged}', '{flag}')$$,
  $$desk.intake_amend('{flagged}', '{}', '1.0.0', '[]', 'ok', 'typo')$$, $$desk.intake_return('{flagged}', null, 'x')$$,
  $$desk.evaluation_get('{evaluation}')$$, $$desk.evaluation_list('{ana}')$$, $$desk.evaluation_edit('{draft}', '{body}', '1.0.0')$$,
  $$desk.photo_link('{draft}', '{photo link}', '["anterior"]', 200, '\x01')$$, $$desk.photo_taps('{draft}')$$,
  $$desk.photo_sealed('{draft}')$$, $$desk.photo_kept('{draft}', 'anterior')$$, $$desk.photo_end('{draft}')$$,
  $$desk.evaluation_sign('{draft}')$$, $$desk.evaluation_amend('{draft}', '{body}', '1.0.0', 'x')$$,
  $$desk.evaluation_discard('01900000-0000-7000-8000-0000000000b4')$$,
  $$desk.visit_record('01900000-0000-7000-8000-0000000000b8', '{ana}', '2026-01-05', 60, '{done}')$$,
  $$desk.checkin_list('{ana}')$$, $$desk.checkin_get('{checkin}')$$, $$desk.checkin_acknowledge('{checkin}')$$,
  $$desk.visit_get('{visit}')$$, $$desk.visit_list('{ana}')$$, $$desk.visit_amend('{visit}', 'x')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-12', 60, '{done}')$$, $$desk.visit_sign('{draft visit}')$$,
  $$desk.visit_discard('01900000-0000-7000-8000-0000000000b8')$$, $$desk.plan_get('{plan}')$$,
  $$desk.plan_list('{ana}')$$, $$desk.plan_set_items('{draft plan}', '[{"item": "hc.b"}]')$$, $$desk.plan_describe('{draft plan}', null, 'x')$$,
  $$desk.plan_document('{plan}', 'text')$$, $$desk.plan_wording('{plan}')$$,
  $$desk.plan_relink('{plan}', '{new link}', '\x01', '\x0b', '2100-01-01')$$, $$desk.plan_pause('{plan}')$$, $$desk.plan_resume('{plan}')$$,
  $$desk.plan_issue('{draft plan}', '{}', '[]', '{no link}', '\x01', '\x0b', '2100-01-01',
    '{"intake": "{intake}", "evaluation": "{draft}", "content_version": "1.0.0", "items": [{"item": "hc.b"}], "pausing_flags": []}')$$,
  $$desk.plan_close('{plan}')$$,
  $$desk.plan_discard('01900000-0000-7000-8000-0000000000b5')$$,
  $$desk.find('ana', 10)$$, $$desk.checkin_waiting()$$, $$desk.undo()$$, $$desk.practice_set('{"phone": "1"}')$$,
  $$desk.portrait_set('\x01')$$, $$desk.content_reviewed('Dr. N')$$,
  $$desk.plan_template_save('a', '[]')$$, $$desk.plan_template_delete('a')$$, $$desk.invite_revoke('{open invite}')$$,
  $$desk.item_add('own.a', '{"title": "a", "loads": [], "steps": ["a"], "dose": {}}', null, null)$$,
  $$desk.item_edit('own.a', '{"title": "b", "loads": [], "steps": ["a"], "dose": {}}', null, null, 1)$$,
  $$desk.item_retire('own.a', 2)$$,
  $$desk.client_import('01900000-0000-7000-8000-0000000000c0',
    '[{"id": "01900000-0000-7000-8000-0000000000c1", "full_name": "Eva"}]')$$,
  $$desk.practitioner_transfer('Mira', 'Jonas')$$]) as call;
select is(
  tap.entries('mira', format($$desk.client_erase('01900000-0000-7000-8000-0000000000b1', %L, false)$$, short_id)), 1::bigint,
  'audited: desk.client_erase')
from clinic.clients
where full_name = 'Cy';
select is(tap.entries(login, call), 0::bigint, 'refused, nothing to audit: ' || call)
from unnest(array[$$desk.client_get('{nobody}')$$, $$desk.intake_accept('{intake}')$$, $$desk.undo_nothing()$$]) as call
  cross join unnest(array['mira', 'tom']) as login;

select unalike(e.entry, '%' || word || '%', 'no ' || word || ' in an entry of the audit')
from (select a::text as entry from clinic.audit_entries as a) as e
  cross join unnest(array['Ana', 'ana@', '陈波', 'a note', 'pain.now']) as word;

-- Tampering by a superuser who switches the triggers off, each edit undone after the check.
\ir tampering.sql
select is(tap.found('select 1'), false, 'untouched, nothing is found');
select ok(tap.found(tampering), 'found: ' || tampering)
from unnest(array[
  $$update clinic.audit_entries set verb = 'x.y' where sequence = 7$$,
  $$update clinic.audit_entries set who = 't_proofjonas' where sequence = 7$$,
  $$update clinic.audit_entries set at = at - interval '1 microsecond' where sequence = 7$$,
  $$update clinic.audit_entries set target = null where sequence = 7$$,
  $$update clinic.audit_entries set client_id = null where sequence = 7$$,
  $$update clinic.audit_entries set reason_hash = sha256('x') where sequence = 7$$,
  $$update clinic.audit_reasons set reason = 'x'$$, $$delete from clinic.audit_reasons$$,
  $$update clinic.audit_entries set hash = previous_hash where sequence = 7$$,
  $$update clinic.audit_entries set previous_hash = hash where sequence = 7$$,
  $$delete from clinic.audit_entries where sequence = 1$$,
  $$delete from clinic.audit_entries where sequence = 7$$,
  $$delete from clinic.audit_entries where sequence = (select max(sequence) from chain)$$,
  $$delete from clinic.audit_entries$$,
  $$update clinic.audit_entries set sequence = sequence + 1000 where sequence = 7$$,
  $$insert into clinic.audit_entries select (jsonb_populate_record(c, '{"sequence": 5000}')).* from chain as c where sequence = 7$$,
  $$update clinic.audit_heads set sequence = sequence - 1$$,
  $$update clinic.audit_heads set hash = sha256('x')$$,
  $$update clinic.audit_entries set verb = 'x.y' where sequence = 7; select tap.rehash(7)$$,
  $$delete from clinic.audit_entries where sequence > 9; select tap.rehash(9)$$,
  $$delete from clinic.audit_entries where sequence = 7; update clinic.audit_entries set sequence = sequence - 1 where sequence > 7; select tap.rehash(1)$$
  ]) as tampering;

-- As documented: a chain that is cut and given a new head is found only with an exported head.
select tap.answers('mira', 'desk.audit_verify(null, null)', (select format('(%s,)', count(*)) from chain));

select * from finish();
rollback;
