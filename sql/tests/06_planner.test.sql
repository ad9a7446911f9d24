-- PostgreSQL answers everyday calls by index with 100,000 clients and 1,000,000 intakes. The tests check the plan that
-- ran, not its time.
\ir fixture.sql
\ir measures.sql

-- Every table needs pages, because PostgreSQL scans an empty one sequentially whatever its statistics say.
\o /dev/null
select tap.must('mira', call)
from unnest(array[
  $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$,
  $$desk.intake_amend('{flagged}', '{}', '1.0.0', '[]', 'ok', 'typo')$$,
  $$desk.evaluation_amend('{evaluation}', '{body}', '1.0.0', 'typo')$$,
  $$desk.visit_amend('{visit}', 'typo')$$]) as call;
select tap.must('jonas', $$desk.client_break_glass('{bo}', 'fainted')$$);
select tap.must('door', call)
from unnest(array[
  $$door.draft_save('{open link}', '{digest}', '\x01')$$,
  $$door.resume_code_save('{open link}', '{digest}', '{digest}', '\x01')$$,
  $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$,
  $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '01900000-0000-7000-8000-0000000000b9', 'full', '{}',
    '1.0.0', '[{"flag": "rf.c", "urgency": "caution", "title": "C"}]', '["hc.a"]')$$]) as call;
\o

-- The statistics given to the planner for each table. It multiplies rows per page by the real number of pages, one or
-- two.
create temporary table sizes (name text, rows real);
insert into sizes
values
  ('clients', 1e5), ('client_words', 1e6), ('record_words', 2e7), ('client_courses', 4e5),
  ('client_shares', 1e4), ('client_notes', 1e6), ('short_ids', 5e6), ('links', 2e6),
  ('invites', 1e6), ('drafts', 1e5), ('resume_codes', 1e5), ('submitted_copies', 1e6), ('intakes', 1e6),
  ('intake_amendments', 1e5), ('intake_flags', 2e6), ('evaluations', 1e6), ('evaluation_amendments', 1e5),
  ('visits', 2e6), ('visit_amendments', 1e5), ('checkins', 1e7), ('checkin_flags', 1e5), ('item_pauses', 1e5),
  ('plans', 1e6), ('plan_items', 1e7), ('plan_documents', 4e6), ('plan_copies', 1e6), ('audit_entries', 1e8),
  ('audit_reasons', 1e7), ('sights', 1e5), ('undo_log', 1e6), ('consent_entries', 2e7), ('wishes', 1e4),
  ('client_openings', 1e4);
update pg_class as c
set reltuples = s.rows, relpages = 1
from sizes as s
where c.oid = ('clinic.' || s.name)::regclass;

create function tap.scanned(login text, call text)
returns text
language plpgsql
as $$
declare
  answer text;
  scanned text;
begin
  perform tap.open_everything(login);
  perform set_config('tap.blind', 'on', true);
  create temporary table before on commit drop as
  select relname, seq_scan from pg_stat_xact_user_tables where schemaname = 'clinic';
  answer := tap.answer(login, call);
  select string_agg(a.relname, ', ' order by a.relname) into scanned
  from pg_stat_xact_user_tables as a
    join before as b using (relname)
    join sizes as s on s.name = a.relname
  where a.schemaname = 'clinic' and a.seq_scan > b.seq_scan;
  drop table before;
  if answer ~ '^(PL404|XX|42)' then
    raise exception '% as %: %', call, login, answer;
  end if;
  return coalesce(scanned, 'by index');
end
$$;

select no_plan();
select is(pg_relation_size(('clinic.' || name)::regclass) > 0, true, 'clinic.' || name || ' has pages')
from sizes;
select is(tap.scanned(login, call), 'by index', login || ': ' || call)
from unnest(array['mira', 'jonas']) as login
  cross join unnest(array[
    $$desk.client_get('{ana}')$$, $$desk.client_match('ana lima', 50)$$, $$desk.client_notes('{ana}')$$,
    $$desk.client_timeline('{ana}', null)$$, $$desk.client_consents('{ana}')$$,
    $$desk.client_consent_renew('{ana}', 'consent.scope', 'sheet', '1.0.0')$$, $$desk.client_notices('{ana}')$$,
    $$desk.client_edit('{ana}', '{"phone": "2"}')$$, $$desk.intake_get('{intake}')$$,
    $$desk.intake_accepted('{ana}')$$, $$desk.intake_previous('{flagged}')$$, 'desk.intake_list(true)',
    'desk.invite_list(true)', $$desk.invite_list(true, '{ana}')$$, $$desk.find_open('lavender', null, 51)$$, $$desk.find('shoulders', 51)$$,
    $$desk.intake_history('{ana}')$$, $$desk.intake_list(false, '{ana}')$$,
    $$desk.evaluation_get('{evaluation}')$$, $$desk.evaluation_list('{ana}')$$, $$desk.plan_get('{plan}')$$,
    $$desk.visit_get('{visit}')$$, $$desk.visit_list('{ana}')$$, $$desk.checkin_get('{checkin}')$$,
    $$desk.checkin_list('{ana}')$$, $$desk.plan_list('{ana}')$$, $$desk.plan_document('{plan}', 'text')$$, $$desk.audit_who('{ana}')$$,
    $$desk.audit_list('{ana}', null, null)$$, $$desk.client_shares('{ana}')$$, 'desk.undo_list()', 'desk.whoami()',
    $$desk.evaluation_record('01900000-0000-7000-8000-0000000000ad', '{ana}', '{body}', '1.0.0')$$,
    $$desk.plan_create('01900000-0000-7000-8000-0000000000ae', '{ana}', '{intake}', null, '1.0.0', '[]')$$]) as call;
select is(tap.scanned('jonas', call), 'by index', 'jonas, who may see few: ' || call)
from unnest(array['desk.client_list(true)', $$desk.client_match('a 1', 50)$$, 'desk.intake_list(false)', 'desk.invite_list()', 'desk.plan_index(null)',
  'desk.checkin_index()']) as call;
select is(tap.scanned('door', call), 'by index', 'door: ' || call)
from unnest(array[
  $$door.invite_open('{open link}')$$, $$door.history_open('{open link}', '1980-02-29', null)$$,
  $$door.draft_save('{open link}', '{key}', '\x01')$$,
  $$door.draft_load('{open link}', '{key}')$$, $$door.resume_code_save('{open link}', '{key}', '{key}', '\x01')$$,
  $$door.resume_code_open('{open link}', '{key}')$$, $$door.submitted_copy('{sent link}', '{key}')$$,
  $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$, $$door.plan_open('{plan link}')$$,
  $$door.plan_ended('{plan link}')$$, $$door.invite_ended('{open link}')$$, $$door.link_wish('{open link}', 'call')$$,
  $$door.checkin_open('{plan link}')$$,
  $$door.checkin_submit('{plan link}', '{checkin key}', '{no link}', '01900000-0000-7000-8000-0000000000ba', 'full', '{}',
    '1.0.0', '[{"flag": "rf.d", "urgency": "caution", "title": "D"}]', '[]')$$, $$door.content('1.0.0')$$,
  $$door.practice_of('{open link}')$$, $$door.portrait_open('{open link}')$$,
  $$door.intake_submit('{open link}', '{submission}', '{digest}', '{new}', '{}', '1.0.0', '[]', 'ok', '{key}', '\x01')$$
  ]) as call;
select is(tap.scanned('outbox', call), 'by index', 'outbox: ' || call)
from unnest(array[$$outbox.bounced('{stillwater}', '{nobody}', 'no such address')$$]) as call;
update clinic.plan_copies set expires_at = '2000-01-08' where plan_id = tap.spelled('{plan}')::uuid;
select is(tap.scanned('door', call), 'by index', 'a link that has ended: ' || call)
from unnest(array[$$door.plan_ended('{plan link}')$$, $$door.plan_wish('{plan link}')$$]) as call;

select * from finish();
rollback;
