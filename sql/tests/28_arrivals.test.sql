-- A practice arrives from elsewhere: the operator admits it, its owner takes the records over, and everything is as it
-- was. Stillwater leaves here as an archive, is deleted by a superuser, and comes back.
\ir fixture.sql
\ir measures.sql
\ir pauses.sql
select no_plan();

select tap.must('mira', call)
from unnest(array[
  $$desk.client_add('01900000-0000-7000-8000-000000000001', 'Merged before', null, null, null)$$,
  $$desk.client_merge('01900000-0000-7000-8000-000000000001', '{bo}', '{}')$$,
  $$desk.intake_amend('{intake}', '{"pain.now": 6, "consent.photos": "no"}', '1.0.0', '[]', 'ok', 'misread')$$,
  $$desk.intake_accept('{intake}')$$, $$desk.checkin_acknowledge('{checkin}')$$,
  $$desk.visit_amend('{visit}', 'tender jaw')$$,
  $$desk.plan_template_save('neck', '[]')$$, $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$]) as call;
select tap.must('jonas', $$desk.client_break_glass('{bo}', 'fainted')$$);
insert into clinic.kept_photos (practice_id, evaluation_id, view, picture, keep_until, kept_by)
select e.practice_id, e.id, 'lateral_r', '\x0102', '2099-12-31', e.recorded_by
from clinic.evaluations as e
where e.id::text = tap.spelled('{evaluation}');

create function tap.leaving()
returns table (noun text, record text)
language sql
as $$
  select n.noun, r.record
  from clinic.archive_nouns() as n
    cross join lateral (
      select (regexp_match(t, '^\([^,]*,"?(.*?)"?\)$'))[1] as record
      from tap.rows_for('mira', format('desk.export_page(%L, null, 100000)', n.noun)) as t
    ) as r
$$;
create temporary table archive as
select l.noun, replace(replace(l.record, '""', '"'), '\\', '\')::jsonb as record, row_number() over () as place
from tap.leaving() as l;
create temporary table words as
select w.client_id, w.word from clinic.record_words as w where w.practice_id::text = tap.spelled('{stillwater}');
create temporary table courses as
select k.client_id, k.measure, k.told_at, k.told from clinic.client_courses as k where k.practice_id::text = tap.spelled('{stillwater}');
create temporary table head as
select h.sequence, h.hash from clinic.audit_heads as h where h.practice_id::text = tap.spelled('{stillwater}');
create function tap.archived(wanted text)
returns text
language sql
as $$
  select jsonb_agg(a.record order by a.place)::text from archive as a where a.noun = wanted
$$;
create function tap.members(logins jsonb)
returns text
language sql
as $$
  select jsonb_agg(
    a.record || jsonb_build_object('login', coalesce(logins ->> (a.record ->> 'role_name'), a.record ->> 'role_name'), 'verifier', null))::text
  from archive as a
  where a.noun = 'practitioners'
$$;
create function tap.admission(logins jsonb default '{}')
returns text
language sql
as $$
  select format('operator.practice_admit(%L, %L)', tap.archived('practice')::jsonb -> 0, tap.members(logins))
$$;

select tap.answers('operator', tap.admission(), 'PL409 this practice is here already');

-- It is gone from here.
set local session_replication_role = replica;
do $$
declare
  t record;
begin
  for t in
    select c.oid::regclass as name
    from pg_class as c
      join pg_attribute as a on a.attrelid = c.oid and a.attname = 'practice_id'
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r'
  loop
    execute format('delete from %s where practice_id = %L', t.name, tap.spelled('{stillwater}'));
  end loop;
end
$$;
set local session_replication_role = origin;

select tap.answers(login, tap.admission(), '42501 permission denied for schema operator')
from unnest(array['tom', 'door']) as login;
select tap.answers(
  'operator', tap.admission('{"t_proofjonas": "t_prooftom"}'), 'PL409 the login t_prooftom is another therapist''s here');
select tap.answers(
  'operator', tap.admission('{"t_proofjonas": "t_proofleaver", "t_proofleaver": "t_proofjonas"}'),
  'PL409 in its audit one of these logins is somebody else''s');
select tap.answers(
  'operator', tap.admission('{"t_proofjonas": "plumbline_door"}'),
  'PL422 plumbline_door is not the name of a therapist''s login');
select tap.answers(
  'operator', format('operator.practice_admit(%L, %L)', tap.archived('practice')::jsonb -> 0, '[]'),
  'PL409 no owner works in this practice, so nobody could take its records over');
select alike(
  tap.answer('operator', format('operator.practice_admit(%L, %L)', tap.archived('practice')::jsonb -> 0 || '{"secret": 1}', '[]')),
  'PL422 a row of practices%', 'what this version does not know is refused');
select tap.answers_well('operator', tap.admission());

-- Until the records are there, nothing else happens in it, and nobody but its owner brings them.
select tap.answers('mira', call, 'PL409 the records of this practice are still to come, from its archive')
from unnest(array[
  $$desk.client_add('{new}', 'Eva', null, null, null)$$, $$desk.sight_open('list clients')$$]) as call;
select tap.answers(login, call, 'PL403 only the owner of the practice may do that')
from unnest(array['jonas', 'leaver', 'stranger']) as login
  cross join unnest(array[
    'desk.import_begin()', $$desk.import_records('clients', '[]')$$, $$desk.import_document('{plan}', 'text', '\x01')$$,
    $$desk.import_end('0', '\x')$$]) as call;
select tap.answers('tom', call, 'PL409 this practice has its records already: an archive comes into an empty one')
from unnest(array[
  'desk.import_begin()', $$desk.import_records('clients', '[]')$$, $$desk.import_document('{plan}', 'text', '\x01')$$,
  $$desk.import_end('0', '\x')$$]) as call;

select tap.answers('mira', 'desk.import_begin()', tap.spelled('({stillwater})'));
select tap.answers('mira', $$desk.import_records('links', '[]')$$, 'PL422 there are no records of that name');
select tap.answers(
  'mira', $$desk.import_records('practitioners', '[{"id": "{tom}"}]')$$, 'PL409 this practice was admitted from another archive');
select alike(
  tap.answer('mira', $$desk.import_records('notes', '[{"note": "x", "practice_id": "{harbour}"}]')$$),
  'PL422 a row of client_notes%', 'a record says nothing about its practice');
select tap.must('mira', format('desk.import_records(%L, %L)', n.noun, tap.archived(n.noun)))
from (select a.noun, min(a.place) as place from archive as a group by a.noun order by 2) as n;
select tap.must('mira', $$desk.import_document('{plan}', 'text', '\x6869')$$);
select tap.answers('mira', $$desk.import_document('{draft plan}', 'text', null)$$, '23502 null value in column "bytes" of relation "plan_documents" violates not-null constraint');
select tap.answers('mira', format('desk.import_end(%L, %L)', h.sequence - 1, h.hash), format('PL409 the chain of its audit is broken at entry %s', h.sequence))
from head as h;
-- Issued plans that could not be resumed with what the archive says arrive paused, and their number is told.
create function tap.issued_but(change text)
returns text
language sql
as $$
  select 'set local session_replication_role = replica;'
    ' update clinic.plans set state = ''issued'', paused_at = null where id = ''{plan}'';'
    ' update clinic.intake_flags set acknowledged_at = now(), acknowledged_by = ''{mira}'', action = ''adapt'', note = ''seen'';'
    || change || '; set local session_replication_role = origin'
$$;
select is(
  tap.pauses('mira', format('desk.import_end(%L, %L)', h.sequence, h.hash), tap.issued_but(change)), expected, 'arriving, after ' || change)
from head as h
  cross join (
    values
      ('select', 'nothing'),
      ($$update clinic.intake_flags set acknowledged_at = null, acknowledged_by = null, action = null, note = null;
          update clinic.intakes set submitted_at = now() + interval '1 second' where id = '{flagged}'$$,
        'plan by t_proofmira for rf.x'),
      ($$insert into clinic.checkin_flags (practice_id, checkin_id, flag, urgency, title)
          values ('{stillwater}', '{checkin}', 'rf.night', 'urgent', 'X')$$, 'plan by t_proofmira for rf.night'),
      ($$insert into clinic.checkin_flags (practice_id, checkin_id, flag, urgency, title)
          values ('{stillwater}', '{checkin}', 'rf.night', 'refer', 'X')$$, 'nothing'),
      ($$insert into clinic.consent_entries (practice_id, client_id, at, states, source, text_version, recorded_by)
          values ('{stillwater}', '{ana}', now() + interval '1 hour', '{"consent.treatment": "withdrawn"}', 'sheet', '1.0.0', '{mira}')$$,
        'plan by t_proofmira for consent.treatment is withdrawn'),
      ($$insert into clinic.consent_entries (practice_id, client_id, at, states, source, text_version, recorded_by)
          values ('{stillwater}', '{ana}', now() + interval '1 hour', '{"consent.photos": "withdrawn"}', 'sheet', '1.0.0', '{mira}')$$,
        'nothing'),
      ($$insert into clinic.wishes (practice_id, client_id, intake_id, kind)
          values ('{stillwater}', '{ana}', '{intake}', 'withdraw_consent')$$,
        'plan by t_proofmira for they wish to take back what they agreed to'),
      ($$update clinic.intakes set client_id = '{bo}' where id = '{intake}'$$,
        'plan by t_proofmira for made from records of another client'),
      ($$update clinic.evaluations set client_id = '{bo}' where id = '{evaluation}'$$,
        'plan by t_proofmira for made from records of another client'),
      ($$update clinic.clients set merged_into = '{ana}' where id = '{bo}';
          update clinic.intake_flags set acknowledged_at = null, acknowledged_by = null, action = null, note = null;
          update clinic.intakes set client_id = '{bo}', submitted_at = '2020-01-01' where id = '{flagged}'$$,
        'plan by t_proofmira for rf.x')) as t (change, expected);
select is(
  tap.tried('mira', format('desk.import_end(%L, %L)', h.sequence, h.hash), tap.spelled(tap.issued_but(
    $$update clinic.evaluations set client_id = '{bo}' where id = '{evaluation}'$$))),
  '(1)', 'one plan is paused')
from head as h;
select tap.answers('mira', format('desk.import_end(%L, %L)', h.sequence, h.hash), '(0)')
from head as h;
set constraints all immediate;
select tap.answers('mira', 'desk.import_begin()', 'PL409 this practice has its records already: an archive comes into an empty one');

-- Everything is as it was, byte for byte, but for what was added to the audit since.
select is(
  (select string_agg(l.record, e'\n') from tap.leaving() as l where l.noun = a.noun and l.noun <> 'audit'),
  (select string_agg(replace(replace(o.record::text, '\', '\\'), '"', '""'), e'\n' order by o.place) from archive as o where o.noun = a.noun and o.noun <> 'audit'),
  'as it was: ' || a.noun)
from (select distinct noun from archive) as a;
select set_eq(
  $$select w.client_id, w.word from clinic.record_words as w where w.practice_id::text = tap.spelled('{stillwater}')$$,
  'select client_id, word from words', 'every word is found again');
select set_eq(
  $$select k.client_id, k.measure, k.told_at, k.told from clinic.client_courses as k where k.practice_id::text = tap.spelled('{stillwater}')$$,
  'select client_id, measure, told_at, told from courses', 'and every course is as it was');
select isnt_empty('select from courses', 'of which there are some');
select is(tap.answer('mira', 'desk.audit_verify(null, null)'), format('(%s,)', (select count(*) from clinic.audit_entries where practice_id::text = tap.spelled('{stillwater}'))), 'the chain holds and goes on');
select is((select count(*) from clinic.links where practice_id::text = tap.spelled('{stillwater}')), 0::bigint, 'links are dead');
select alike(tap.answer('mira', $$desk.client_get('{ana}')$$), '%Ana Lima%', 'and the practice works');
select alike(tap.tried('mira', $$desk.plan_set_items('{plan}', '[]')$$), 'PL409%', 'what was issued stays as it is');

select * from finish();
rollback;
