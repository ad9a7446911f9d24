-- What leaves the practice: everything that its owner may take along, what a client has a right to, and no secret.
\ir fixture.sql
select no_plan();

create function tap.pages(login text, noun text)
returns text
language sql
as $$
  select tap.answer(login, format('desk.export_page(%L, null, 100)', noun))
$$;

select alike(tap.pages('mira', 'clients'), '%Ana Lima%陈波%', 'the owner takes all clients along');
select is(tap.pages('jonas', 'clients'), 'no rows', 'a colleague those that they may see');
select unalike(tap.pages('tom', 'clients'), '%Ana%', 'and another practice its own');
select is(tap.pages('jonas', n.noun), 'PL403 only the owner of the practice may do that', 'only the owner: ' || n.noun)
from clinic.archive_nouns() as n
where n.filed_under is null;
select unalike(tap.pages('mira', n.noun), '_____ %', 'can be read: ' || n.noun)
from clinic.archive_nouns() as n;
select tap.answers('mira', $$desk.export_page('links', null, 10)$$, 'PL422 there are no records of that name');
select alike(tap.pages('mira', 'intakes'), '%""amendments"": []%""rf.x""%', 'parts are in their record');
select unalike(tap.pages('mira', 'invites'), '%history_code%', 'secrets of links stay');

-- The audit names each client whose record leaves: to open the list opens all whom one may see, and who came later is
-- refused until it is opened again. So it is for pages of every kind, documents and kept photos.
create function tap.opened(change text)
returns bigint
language plpgsql
as $$
declare
  before constant bigint := (select count(*) from clinic.audit_entries where verb = 'client.open');
begin
  execute change;
  return (select count(*) from clinic.audit_entries where verb = 'client.open') - before;
end
$$;
insert into clinic.kept_photos (practice_id, evaluation_id, view, picture, keep_until, kept_by)
select e.practice_id, e.id, 'lateral_r', '\x0102', '2099-12-31', e.recorded_by
from clinic.evaluations as e
where e.id::text = tap.spelled('{evaluation}');
delete from clinic.sights;
set local tap.blind = 'on';
select is(
  tap.opened($$select tap.must('mira', 'desk.sight_open(''list export'')')$$), 2::bigint, 'to export opens Ana and Bo');
select is(
  tap.opened($$select tap.must('mira', 'desk.sight_open(''list export'')')$$), 2::bigint,
  'and again, since nothing of this transaction counts');
update clinic.sights set opened_in = '3';
select is(
  tap.opened($$select tap.must('mira', 'desk.sight_open(''list export'')')$$), 0::bigint, 'and not while they are open');
update clinic.sights set opened_in = '3';
select unalike(tap.answer('mira', call), '_____ %', 'opened before, they leave: ' || call)
from unnest(array[
  $$desk.export_page('clients', null, 10)$$, $$desk.export_page('photos', null, 10)$$, 'desk.export_documents(null, 10)']) as call;
select is(
  tap.tried('mira', call, $$delete from clinic.sights where subject = 'list export'$$), 'PL428 list export',
  'to open every client is not to open the list: ' || call)
from unnest(array[$$desk.export_page('clients', null, 10)$$, 'desk.export_documents(null, 10)', 'desk.export_contents()']) as call;
delete from clinic.sights where subject = tap.spelled('client {ana}');
select is(tap.pages('mira', n.noun), 'PL428 list export', 'Ana is not open: ' || n.noun)
from clinic.archive_nouns() as n
where n.filed_under is not null and n.noun <> 'shares' and n.noun <> 'openings' and n.noun <> 'wishes' or n.noun = 'photos';
select tap.answers('mira', 'desk.export_documents(null, 10)', 'PL428 list export');
set local tap.blind = 'off';

-- Every table with a practice leaves, or it is known why not.
select set_eq(
  $$select relation from clinic.archive_nouns()
    union select p.part ->> 1 from clinic.archive_nouns() as n, jsonb_array_elements(n.parts) as p (part)
    union values ('audit_heads'), ('plan_documents'), ('logins'), ('links'), ('drafts'), ('resume_codes'), ('submitted_copies'),
      ('plan_copies'), ('client_words'), ('record_words'), ('client_courses'), ('sights'), ('undo_log'), ('photo_sessions'), ('photos'), ('photo_points'),
      ('outbox_links'), ('messages')$$,
  $$select c.relname::text
    from pg_class as c
      join pg_attribute as a on a.attrelid = c.oid
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' and a.attname = 'practice_id'$$,
  'every table is exported, or said not to be');

-- Pages do not overlap, leave nothing out, and the same records are the same text in every time zone.
select is(
  (select string_agg(t, ' ') from tap.rows_for('mira', $$desk.export_page('short_ids', null, 1)$$) as t) is not null, true,
  'there is a first page');
create temporary table paged (key text, record text);
do $$
declare
  last text;
  line record;
  found_any boolean := true;
begin
  while found_any loop
    found_any := false;
    for line in
      select (regexp_match(t, '^\((\w+),'))[1] as key, t as record
      from tap.rows_for('mira', format('desk.export_page(%L, %L, 2)', 'short_ids', last)) as t
    loop
      insert into paged values (line.key, line.record);
      last := line.key;
      found_any := true;
    end loop;
  end loop;
end
$$;
select is(
  (select count(*) from paged),
  (select count(*) from clinic.short_ids where practice_id = (select value::uuid from tap.names where name = 'stillwater')),
  'two at a time, every one is read');
select is((select count(distinct key) from paged), (select count(*) from paged), 'and none twice');
create temporary table at_home as select tap.pages('mira', 'intakes') as text;
set local timezone = 'Asia/Kathmandu';
select is(tap.pages('mira', 'intakes'), (select text from at_home), 'times are in UTC');

-- A client's copy.
select alike(tap.answer('mira', $$desk.export_client('{ana}')$$), '%(clients,%Ana Lima%(notes,%a note%(intakes,%(checkins,%', 'all of hers');
select unalike(tap.answer('mira', $$desk.export_client('{ana}')$$), '%陈波%', 'and nobody else''s');
select tap.must('mira', $$desk.client_merge('{bo}', '{ana}', '{}')$$);
select alike(tap.answer('mira', $$desk.export_client('{ana}')$$), '%陈波%', 'what was merged into hers is hers');
select tap.answers(login, $$desk.export_client('{ana}')$$, 'PL404 client')
from unnest(array['jonas', 'tom']) as login;

-- Documents and content, for the owner.
select alike(tap.answer('mira', 'desk.export_documents(null, 10)'), '%text,"__x6869")', 'documents byte for byte');
select is(tap.answer('mira', $$desk.export_documents('{plan}', 10)$$), 'no rows', 'and none after the last');
select alike(tap.answer('mira', 'desk.export_contents()'), '(1.0.0,%', 'the content that answers are read with');
select tap.answers('jonas', call, 'PL403 only the owner of the practice may do that')
from unnest(array['desk.export_documents(null, 10)', 'desk.export_contents()', 'desk.export_begin()']) as call;

select * from finish();
rollback;
