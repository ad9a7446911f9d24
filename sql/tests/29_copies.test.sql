-- A client comes along with the copy that another practice gave them.
\ir fixture.sql
select no_plan();

select tap.must('mira', call)
from unnest(array[
  $$desk.client_add('01900000-0000-7000-8000-000000000099', 'Ana Lima-Costa', null, null, null)$$,
  $$desk.client_merge('01900000-0000-7000-8000-000000000099', '{ana}', '{}')$$,
  $$desk.intake_acknowledge('{flagged}', 'rf.x', 'adapt', 'seen')$$,
  $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$]) as call;
select tap.must('jonas', $$desk.client_note('{nobody}', '{ana}', 'by Jonas')$$);

create temporary table copy as
select fields[1] as noun, replace(replace(fields[2], '""', '"'), '\\', '\')::jsonb as record
from tap.rows_for('mira', $$desk.export_client('{ana}')$$) as t
  cross join regexp_match(t, '^\((\w+),"?(.*?)"?\)$') as fields;
create temporary table given as
select jsonb_object_agg(c.noun, c.records) as records
from (select c.noun, jsonb_agg(c.record) as records from copy as c group by c.noun) as c;
create function tap.arrival(people text, change jsonb default '{}')
returns text
language sql
as $$
  select format(
    'desk.client_arrive(%L, %L, %L, %L)', g.records || change,
    tap.spelled('[{"plan": "{plan}", "variant": "text", "bytes": "aGk="}, {"plan": "{nobody}", "variant": "text", "bytes": ""}]'),
    tap.spelled(people), 'from Stillwater')
  from given as g
$$;
\set everyone '{"{mira}": "Tom", "{jonas}": "Tom"}'

select tap.answers('mira', tap.arrival('{}'), 'PL409 this id is another record''s');
select tap.answers('stranger', tap.arrival('{}'), 'PL403 this login belongs to no practitioner');
select tap.answers('tom', tap.arrival('{"{mira}": "Nobody"}'), 'PL404 practitioner');
select alike(tap.answer('tom', tap.arrival('{}')), '23503 %', 'everyone who is named stands for somebody here');
select tap.answers('tom', tap.arrival(:'everyone', '{"clients": []}'), 'PL422 there is no client in it');
select tap.answers('tom', format('desk.client_arrive(%L, %L, %L, null)', '{}', '[]', '{}'), 'PL422 there is no client in it');
select tap.answers(
  'tom', tap.arrival(:'everyone', '{"notes": [{"client_id": "01900000-0000-7000-8000-0000000000ff"}]}'),
  'PL422 a record in it is about somebody else');
select alike(
  tap.answer('tom', tap.arrival(:'everyone', jsonb_build_object('clients', g.records -> 'clients' -> 0 || '{"practice_id": "x"}'))), '_____ %',
  'a client is written as this version writes one')
from given as g;
select tap.answers(
  'tom', tap.arrival(:'everyone', jsonb_build_object('evaluations', jsonb_set(g.records -> 'evaluations', '{0,content_version}', '"9.9.9"'))),
  'PL409 its answers need content that is not here: version 9.9.9')
from given as g;

-- A plan that could not be resumed here arrives paused.
select alike(
  tap.tried(
    'tom', $$desk.plan_get('{plan}')$$,
    format('select tap.must(%L, %L)', 'tom', tap.arrival(:'everyone', jsonb_build_object('intakes', changed.intakes)))), expected, what)
from (
  select
    jsonb_agg(
      case
        when i.record ->> 'id' = tap.spelled('{flagged}') then jsonb_set(i.record, '{submitted_at}', '"2099-01-01T00:00:00Z"')
        else i.record
      end || case when w.are_read then '{}' else jsonb_build_object('flags', unread.flags) end) as intakes,
    w.expected, w.what
  from given as g
    cross join lateral jsonb_array_elements(g.records -> 'intakes') as i (record)
    cross join (
      values (true, '%,issued,%', 'read there, it is out'), (false, '%,paused,%', 'unread there, it is paused')) as w (are_read, expected, what)
    cross join lateral (
      select coalesce(jsonb_agg(f.flag || '{"acknowledged_at": null, "acknowledged_by": null, "action": null, "note": null}'), '[]') as flags
      from jsonb_array_elements(i.record -> 'flags') as f (flag)) as unread
  group by w.expected, w.what) as changed;

select alike(tap.answer('tom', tap.arrival(:'everyone')), '%Ana Lima%Tom%', 'Tom takes her over');
select tap.answers('tom', tap.arrival(:'everyone'), 'PL409 this id is another record''s');
select is(
  (select count(*) from clinic.clients where practice_id::text = tap.spelled('{harbour}') and merged_into is not null),
  1::bigint, 'with the record that was merged into hers');
select is(
  (select string_agg(n.note, ',' order by n.note) || count(distinct n.author) from clinic.client_notes as n where n.practice_id::text = tap.spelled('{harbour}')),
  'a note,by Jonas1', 'what others wrote is Tom''s now');
select is((select count(*) from clinic.client_shares where practice_id::text = tap.spelled('{harbour}')), 0::bigint, 'shares stay there');
select is((select count(*) from clinic.links where practice_id::text = tap.spelled('{harbour}')), 0::bigint, 'and links');
select is(
  (select string_agg(d.variant || convert_from(d.bytes, 'UTF8'), ',') from clinic.plan_documents as d where d.practice_id::text = tap.spelled('{harbour}')),
  'texthi', 'her plan as she got it');
select alike(tap.answer('tom', $$desk.audit_list('{ana}', null, null)$$), '%client.arrive%from Stillwater%', 'the audit says where from');
select tap.answers('tom', 'desk.audit_verify(null, null)', (select format('(%s,)', count(*)) from clinic.audit_entries where practice_id::text = tap.spelled('{harbour}')));
select alike(tap.tried('tom', $$desk.plan_set_items('{plan}', '[]')$$), 'PL409%', 'what was issued stays as it is');

-- Who was erased stays away.
insert into clinic.erasures (practice_id, client_id, removed)
select tap.spelled('{harbour}')::uuid, '01900000-0000-7000-8000-0000000001ab', '{}';
select tap.answers(
  'tom', format('desk.client_arrive(%L, %L, %L, null)',
    replace(replace(g.records::text, '-000000000101', '-0000000001ab'), '-000000000099', '-0000000000ab'), '[]',
    tap.spelled(:'everyone')),
  'PL409 a client who was erased here stays away')
from given as g;

-- Only the owner says that a colleague wrote something.
select tap.must('operator', $$operator.practitioner_add('{new}', '{harbour}', 'Uma', 't_proofuma', null, false, null)$$);
select tap.answers(
  'uma', format('desk.client_arrive(%L, %L, %L, null)', replace(g.records::text, '-000000000101', '-0000000001aa'), '[]',
    tap.spelled('{"{mira}": "Tom", "{jonas}": "Uma"}')),
  'PL403 only the owner of the practice may say that a colleague wrote something')
from given as g;

select * from finish();
rollback;
