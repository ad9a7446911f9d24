-- What comes along with a client is about that client: nothing in it refers to a record of somebody else, through whom
-- that one would be read or changed, and nobody says by another spelling of an id that a colleague wrote it.
\ir fixture.sql
select no_plan();

insert into tap.names
values
  ('bo intake', '01900000-0000-7000-8000-0000000003c1'), ('bo evaluation', '01900000-0000-7000-8000-0000000003c2'),
  ('bo plan', '01900000-0000-7000-8000-0000000003c3'), ('bo invite', '01900000-0000-7000-8000-0000000003c4'),
  ('ola', '01900000-0000-7000-8000-0000000000ee');
select tap.must(login, call)
from (values
  ('operator', $$operator.practitioner_add('{ola}', '{stillwater}', 'Ola', 't_proofola', null, false, null)$$),
  ('mira', $$desk.invite_create('{bo invite}', '{bo}', '{new link}', '2100-01-01', '1.0.0', null)$$),
  ('mira', $$desk.intake_start('{bo intake}', '{bo}', '{"pain.now": 9}', '1.0.0', '[]', 'ok')$$),
  ('mira', $$desk.intake_accept('{bo intake}')$$),
  ('mira', $$desk.evaluation_record('{bo evaluation}', '{bo}', '{body}', '1.0.0')$$),
  ('mira', $$desk.evaluation_sign('{bo evaluation}')$$),
  ('mira', $$desk.plan_create('{bo plan}', '{bo}', '{bo intake}', '{bo evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$),
  ('mira', $$desk.client_add('01900000-0000-7000-8000-0000000001c0', 'Merged', null, null, null)$$),
  ('mira', $$desk.client_merge('01900000-0000-7000-8000-0000000001c0', '{ana}', '{}')$$),
  ('mira', $$desk.evaluation_discard('{draft}')$$),
  ('mira', $$desk.client_share('{ana}', 'Jonas', '2100-01-01')$$),
  ('door', $$door.wish_save('{sent link}', '{key}', 'copy_of_record')$$),
  ('door', $$door.link_wish('{open link}', 'call')$$),
  ('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{key}', '01900000-0000-7000-8000-0000000000b9',
    'full', '{}', '1.0.0', '[]', '["hc.a"]')$$)) as c (login, call);

insert into clinic.wishes (practice_id, client_id, plan_id, kind)
values (tap.spelled('{stillwater}')::uuid, tap.spelled('{ana}')::uuid, tap.spelled('{plan}')::uuid, 'new_plan_link');

-- A copy of Ana's record, each record of it under another id: as if it came from elsewhere.
create temporary table copy as
select fields[1] as noun, replace(replace(fields[2], '""', '"'), '\\', '\')::jsonb as record
from tap.rows_for('mira', $$desk.export_client('{ana}')$$) as t
  cross join regexp_match(t, '^\((\w+),"?(.*?)"?\)$') as fields;
create temporary table arriving as
select jsonb_object_agg(c.noun, c.records) as records
from (select c.noun, jsonb_agg(c.record order by c.record) as records from copy as c group by c.noun) as c;
do $$
declare
  known text;
begin
  for known in select record ->> 'id' from copy where record ? 'id' loop
    update arriving set records = replace(records::text, known, gen_random_uuid()::text)::jsonb;
  end loop;
end
$$;

-- The answer to the copy, with the first value of a member changed in it where it has one.
create function tap.arrival(login text, noun text default null, part text default null, member text default null, value text default null)
returns text
language plpgsql
as $$
declare
  changed jsonb := (select a.records from arriving as a);
  place text[];
begin
  select array_remove(array[arrival.noun, (r.n - 1)::text, part, case when part is not null then (p.n - 1)::text end, member], null)
  into place
  from jsonb_array_elements(changed -> arrival.noun) with ordinality as r (record, n)
    left join lateral jsonb_array_elements(r.record -> part) with ordinality as p (record, n) on true
  where case when part is null then r.record else p.record end ->> member is not null or member in ('merged_into', 'revises')
  order by r.n desc
  limit 1;
  if noun is not null then
    changed := jsonb_set(changed, place, to_jsonb(tap.spelled(value)));
  end if;
  return tap.tried(login, format(
    'desk.client_arrive(%L, %L, %L, %L)', changed, '[]',
    tap.spelled(format('{"{mira}": "%1$s", "{jonas}": "%1$s"}', login)), 'from Stillwater'));
end
$$;
select alike(tap.arrival(login), '%Ana Lima%', 'a copy as it was given arrives with ' || login)
from unnest(array['mira', 'jonas']) as login;

create temporary table tried (relation text, referring text, noun text, part text, value text);
insert into tried
values
  ('clients', 'merged_into', 'clients', null, '{bo}'), ('intakes', 'invite_id', 'intakes', null, '{bo invite}'),
  ('consent_entries', 'intake_id', 'consents', null, '{bo intake}'), ('wishes', 'intake_id', 'wishes', null, '{bo intake}'),
  ('wishes', 'invite_id', 'wishes', null, '{bo invite}'), ('wishes', 'plan_id', 'wishes', null, '{bo plan}'),
  ('plans', 'intake_id', 'plans', null, '{bo intake}'),
  ('plans', 'evaluation_id', 'plans', null, '{bo evaluation}'), ('plans', 'revises', 'plans', null, '{bo plan}'),
  ('checkins', 'plan_id', 'checkins', null, '{bo plan}'), ('item_pauses', 'plan_id', 'checkins', 'pauses', '{bo plan}');
select is(
  tap.arrival('mira', t.noun, t.part, t.referring, t.value), 'PL422 a record in it is about somebody else',
  'refused: another''s ' || t.relation || '.' || t.referring)
from tried as t;
select set_eq(
  $$select relation, referring from tried$$,
  $$with filed as (
      select n.relation, n.filed_under as key from clinic.archive_nouns() as n where n.filed_under is not null
      union
      select p.part ->> 1, p.part ->> 2
      from clinic.archive_nouns() as n
        cross join jsonb_array_elements(n.parts) as p (part)
      where n.filed_under is not null
    )
    select f.relation, a.attname::text
    from pg_constraint as c
      join filed as f on format('clinic.%I', f.relation)::regclass = c.conrelid
      join filed as t on format('clinic.%I', t.relation)::regclass = c.confrelid
      join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and a.attname <> f.key$$,
  'every reference from a record of a client to another one was tried');

-- A check-in shows what its plan was made from, of the same client alone.
select alike(tap.answer('mira', $$desk.checkin_get('{checkin}')$$), '%""pain.now"": 7%', 'as her plan began');
select unalike(
  tap.tried('mira', $$desk.checkin_get('{checkin}')$$,
    $$set local session_replication_role = replica; update clinic.intakes set client_id = tap.spelled('{bo}')::uuid where id = tap.spelled('{intake}')::uuid$$),
  '%pain.now%', 'nothing of somebody else');

-- An id of a colleague in any spelling that PostgreSQL reads.
select is(
  tap.arrival('jonas', 'notes', null, 'author', spelling), 'PL403 only the owner of the practice may say that a colleague wrote something',
  'refused: ' || spelling)
from (select value from tap.names where name = 'ola') as m
  cross join lateral unnest(array[
    value, upper(value), '{' || value || '}', replace(value, '-', ''), regexp_replace(replace(value, '-', ''), '(....)(?=.)', '\1-', 'g')]) as spelling;

select * from finish();
rollback;
