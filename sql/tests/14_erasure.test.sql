-- After an erasure only ids are left, and hashes from which nobody can guess the words. The chain stays intact.
\ir fixture.sql

-- The tables of `clinic` that hold a word in any column, ignoring case.
create function tap.tables_with(word text)
returns text
language plpgsql
as $$
declare
  name text;
  found boolean;
  names text[] := '{}';
begin
  for name in
    select c.oid::regclass::text
    from pg_class as c
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r'
    order by 1
  loop
    execute format(
      'select exists (select from %s as t where position(%L in lower(row(t.*)::text)) > 0)', name, lower(word))
    into found;
    if found then
      names := names || name;
    end if;
  end loop;
  return array_to_string(names, ' ');
end
$$;

select no_plan();

-- Text that people write about a client, with words that no other record has.
select tap.must('mira', call)
from unnest(array[
  $$desk.client_edit('{ana}', '{"full_name": "CANARY name", "email": "canary@example.org", "phone": "555 CANARY"}')$$,
  $$desk.client_edit('{ana}', '{"phone": null}')$$,
  $$desk.client_note('01900000-0000-7000-8000-0000000000e1', '{ana}', 'CANARY note')$$,
  $$desk.client_hold('{ana}', 'CANARY hold')$$,
  $$desk.client_hold('{ana}', null)$$,
  $$desk.intake_amend('{flagged}', '{"note": "CANARY answer"}', '1.0.0', '[]', 'ok', 'CANARY correction')$$,
  $$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'CANARY amendment')$$,
  $$desk.visit_edit('{draft visit}', '2026-01-12', 30, '{"said": "CANARY said"}')$$,
  $$desk.visit_amend('{visit}', 'CANARY added')$$,
  $$desk.plan_describe('{draft plan}', null, 'CANARY message')$$,
  $$desk.client_consent_withdraw('{ana}', 'consent.treatment', 'wish', 'CANARY withdrawn')$$]) as call;
select tap.must('jonas', $$desk.client_break_glass('{ana}', 'CANARY fainted')$$);
select tap.must('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}',
  '01900000-0000-7000-8000-0000000000b9', 'full', '{"checkin.note": "CANARY note"}', '1.0.0',
  '[{"flag": "rf.c", "urgency": "caution", "title": "CANARY flag"}]', '["hc.a"]')$$);
select tap.must('mira', call)
from unnest(array[
  $$desk.client_consent_renew('{ana}', 'consent.photos', 'sheet', '1.0.0')$$,
  $$desk.client_consent_override('{ana}', 'consent.treatment', 'CANARY asked')$$,
  format($$desk.photo_link('{draft}', '{new link}', '["anterior"]', 200, 'CANARY last', '%s', '{digest}')$$,
    current_date + 30)]) as call;
select tap.must('door', $$door.photo_save('{new link}', 'anterior', '{new}', 900, 1200, 'CANARY photo')$$);
select tap.must('mira', $$desk.photo_keep('{draft}', 'anterior', 'CANARY kept')$$);
select tap.must('mira', $$desk.checkin_acknowledge('01900000-0000-7000-8000-0000000000b9', 'adapt', 'CANARY told')$$);

select alike(tap.tables_with('CANARY'), '%clinic.' || name || '%', 'before, there are words in ' || name)
from unnest(array[
  'audit_reasons', 'checkin_flags', 'checkins', 'client_notes', 'client_shares', 'client_words', 'clients', 'evaluation_amendments',
  'intake_amendments', 'plans', 'record_words', 'undo_log', 'visit_amendments', 'visits']) as name;
select tap.answers_well('operator', $$operator.erase_again('{stillwater}', '{ana}')$$);
select is(tap.tables_with(word), '', 'nothing is left of: ' || word)
from unnest(array['canary', encode('CANARY', 'hex'), 'Lima']) as word;
select isnt(tap.tables_with(tap.spelled('{ana}')), '', 'her id is left');
select isnt_empty(
  $$select from clinic.audit_entries where client_id = tap.spelled('{ana}')::uuid and reason_hash is not null$$,
  'entries about her are left, with the hash of their words');
select tap.answers(
  'mira', 'desk.audit_verify(null, null)',
  (
    select format('(%s,)', max(sequence))
    from clinic.audit_entries
    where practice_id = tap.spelled('{stillwater}')::uuid));

select * from finish();
rollback;
