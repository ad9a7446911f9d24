-- Fills practices with years of records, as a superuser in a scratch database: in each practice whose name begins with
-- `practices` as many `clients`, each with as many `intakes`, and in each practice `entries` of the audit besides.
--
-- The answers are those of the newest intake there is, with other words and numbers. Constraints, foreign keys and
-- triggers are off, for a million intakes would take hours otherwise; so what triggers keep is written here.
\set ON_ERROR_STOP on
set statement_timeout = 0;
set temp_file_limit = -1;
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '256MB';
set local load.entries = :entries;

create temporary table template on commit drop as
select i.answers, i.content_version
from clinic.intakes as i
order by i.submitted_at desc
limit 1;

create temporary table people on commit drop as
select
  p.practice_id, h.id as practitioner_id, gen_random_uuid() as id, n, gen_random_uuid() as evaluation_id,
  gen_random_uuid() as plan_id, gen_random_uuid() as visit_id, gen_random_uuid() as checkin_id,
  row_number() over () + (select count(*) from clinic.short_ids) as number,
  now() - random() * interval '300 days' as seen_at,
  (string_to_array('Ana Bo Cem Dora Eli Fay Gus Hana Ivo Jun Kai Lea Max Nia Oto Pia Quin Rui Sol Tea', ' '))
    [1 + floor(random() * 20)] || ' '
    || (string_to_array('Lima Park Sato Novak Berg Diaz Khan Moss Roy Weiss', ' '))[1 + floor(random() * 10)] || n
    as full_name
from clinic.practices as p
  cross join lateral (
    select t.id from clinic.practitioners as t where t.practice_id = p.practice_id order by t.created_at limit 1
  ) as h
  cross join generate_series(1, :clients) as n
where p.name like :'practices' || '%';

create function pg_temp.short_id(kind text, number bigint)
returns text
language sql
immutable
return kind || lpad(to_hex(number), 11, '0');

-- One row each for what a client has.
create temporary table forms on commit drop as
select
  c.practice_id, c.practitioner_id, c.id as client_id, gen_random_uuid() as id, gen_random_uuid() as invite_id,
  c.number * 1000 + j as number, c.seen_at - j * interval '200 days' as at,
  -- A few wait for the therapist, whatever the size of the practice.
  j = 0 and c.n <= 20 as waits,
  (string_to_array('clamps aches pulls burns tingles throbs stings locks', ' '))[1 + floor(random() * 8)] as feels,
  (string_to_array('skiing lifting driving gardening cycling cooking sewing typing', ' '))[1 + floor(random() * 8)]
    as after,
  case when random() < 0.0005 then 'zither' else 'guitar' end as plays
from people as c
  cross join generate_series(0, :intakes - 1) as j;

insert into clinic.short_ids (practice_id, short_id, kind, id)
select practice_id, pg_temp.short_id('c', number), 'client', id from people
union all
select practice_id, pg_temp.short_id('e', number), 'evaluation', evaluation_id from people
union all
select practice_id, pg_temp.short_id('p', number), 'plan', plan_id from people
union all
select practice_id, pg_temp.short_id('v', number), 'visit', visit_id from people
union all
select practice_id, pg_temp.short_id('k', number), 'checkin', checkin_id from people
union all
select practice_id, pg_temp.short_id('n', number), 'intake', id from forms
union all
select practice_id, pg_temp.short_id('w', number), 'invite', invite_id from forms
on conflict do nothing;

insert into clinic.clients
  (practice_id, id, short_id, full_name, email, phone, birth_date, practitioner_id, created_at)
select
  practice_id, id, pg_temp.short_id('c', number), full_name, 'client' || number || '@example.org',
  '+1 555 ' || lpad((number % 1e7)::int::text, 7, '0'), date '1950-01-01' + (number % 18000)::int, practitioner_id,
  seen_at - :intakes * interval '200 days'
from people;
insert into clinic.client_words (practice_id, word, client_id)
select distinct c.practice_id, w.word, c.id
from people as c
  cross join lateral (
    select unnest(string_to_array(lower(c.full_name), ' ')) as word
    union all
    select 'client' || c.number
    union all
    select unnest(array['example', 'org'])
    union all
    select substr('1555' || lpad((c.number % 1e7)::int::text, 7, '0'), n) from generate_series(1, 9) as n
  ) as w;

insert into clinic.invites
  (practice_id, id, short_id, client_id, content_version, state, created_by, created_at, expires_at, opened_at,
  started_at, submitted_at)
select
  practice_id, invite_id, pg_temp.short_id('w', number), client_id, t.content_version, 'submitted', practitioner_id,
  at - interval '2 days', at + interval '12 days', at - interval '1 hour', at - interval '1 hour', at
from forms cross join template as t;
insert into clinic.links (secret_hash, practice_id, kind, target)
select sha256(uuid_send(invite_id)), practice_id, 'invite', invite_id from forms;

insert into clinic.intakes
  (practice_id, id, short_id, client_id, invite_id, submission_key, digest, content_version, answers, massage,
  submitted_at, state, accepted_at, accepted_by)
select
  f.practice_id, f.id, pg_temp.short_id('n', f.number), f.client_id, f.invite_id, gen_random_uuid(),
  sha256(uuid_send(f.id)), t.content_version,
  t.answers || jsonb_build_object(
    'visit.reason', 'My back ' || f.feels || ' after ' || f.after || '. I play the ' || f.plays || '.',
    'pain.now', f.number % 11, 'pain.avg7', f.number % 10, 'psfs.score1', f.number % 9, 'stress.level', f.number % 8),
  'ok', f.at, case when f.waits then 'submitted' else 'accepted' end, case when not f.waits then f.at end,
  case when not f.waits then f.practitioner_id end
from forms as f cross join template as t;
insert into clinic.intake_flags
  (practice_id, intake_id, flag, urgency, title, raised_at, acknowledged_at, acknowledged_by, action, note)
select practice_id, id, 'rf.cold_sensitive', 'caution', 'Cold', at, at, practitioner_id, 'adapt', 'seen'
from forms
where number % 10 = 0;
insert into clinic.consent_entries
  (practice_id, client_id, at, states, source, text_version, intake_id)
select f.practice_id, f.client_id, f.at, s.states || '{"consent.reminders": "given"}', 'intake', t.content_version, f.id
from forms as f
  cross join template as t
  cross join (
    select jsonb_object_agg(
      e.key, case when e.key like 'consent.%' and e.value = 'false' then 'refused' else 'given' end) as states
    from template as t cross join jsonb_each(t.answers) as e
    where e.key like 'consent.%' and jsonb_typeof(e.value) = 'boolean'
  ) as s;

insert into clinic.evaluations
  (practice_id, id, short_id, client_id, content_version, body, state, recorded_by, recorded_at, signed_at, signed_by)
select
  practice_id, evaluation_id, pg_temp.short_id('e', number), id, t.content_version,
  '{"findings": {}, "trigger_points": []}',
  'signed', practitioner_id, seen_at, seen_at, practitioner_id
from people cross join template as t;
insert into clinic.plans
  (practice_id, id, short_id, client_id, intake_id, content_version, state, message, created_by, created_at, issued_at,
  issued_by, wording)
select
  c.practice_id, c.plan_id, pg_temp.short_id('p', c.number), c.id, f.id, t.content_version, 'issued',
  'Rest after the garden.', c.practitioner_id, c.seen_at + interval '1 day', c.seen_at + interval '1 day',
  c.practitioner_id, '{}'
from people as c
  join forms as f on f.client_id = c.id and f.number = c.number * 1000
  cross join template as t;
insert into clinic.plan_items (practice_id, plan_id, position, item, phase, sources, reasons)
select c.practice_id, c.plan_id, i.position, i.item ->> 'id', 1, '[]', '[]'
from people as c
  cross join (
    select e.position, e.item
    from template as t
      join clinic.content_versions as v on v.version = t.content_version
      cross join jsonb_array_elements(v.pack -> 'homecare' -> 'items') with ordinality as e (item, position)
    where e.position <= 5
  ) as i;
\ir messages.sql
insert into clinic.visits
  (practice_id, id, short_id, client_id, held_on, minutes, note, state, recorded_by, recorded_at, signed_at, signed_by)
select
  practice_id, visit_id, pg_temp.short_id('v', number), id, seen_at::date, 60,
  '{"done": "Neck and shoulders, gently."}',
  'signed', practitioner_id, seen_at, seen_at, practitioner_id
from people;
insert into clinic.checkins
  (practice_id, id, short_id, client_id, plan_id, submission_key, digest, form, content_version, answers, submitted_at,
  read_at, read_by)
select
  practice_id, checkin_id, pg_temp.short_id('k', number), id, plan_id, gen_random_uuid(), sha256(uuid_send(id)),
  'weekly',
  t.content_version, jsonb_build_object('checkin.pain_avg7', number % 10), seen_at + interval '8 days',
  seen_at + interval '9 days', practitioner_id
from people cross join template as t;
insert into clinic.client_notes (practice_id, id, client_id, note, author, written_at)
select practice_id, id, id, 'Prefers mornings; brings a friend.', practitioner_id, seen_at from people;

-- What the trigger of each of these would have kept.
insert into clinic.record_words (practice_id, word, client_id, last_at, records)
select said.practice_id, said.word, said.client_id, max(said.at), bit_or(said.records)
from (
  select c.practice_id, w.word, c.id as client_id, c.seen_at as at, f.records
  from people as c
    join (
      select client_id, bit_or(clinic.record_mark(id)) as records from forms where not waits group by client_id
    ) as f on f.client_id = c.id
    cross join (
      select clinic.words_in(string_agg(leaf.value #>> '{}', ' '))
      from template as t
        cross join jsonb_path_query(t.answers - 'visit.reason', 'strict $.** ? (@.type() == "string")') as leaf (value)
      union
      select clinic.words_in('My back after I play the')
    ) as w (word)
  union all
  select c.practice_id, w.word, c.id, c.seen_at, clinic.record_mark(r.id)
  from people as c
    cross join lateral (
      values
        (c.id, 'Prefers mornings; brings a friend.'), (c.visit_id, 'Neck and shoulders, gently.'),
        (c.plan_id, 'Rest after the garden.')
    ) as r (id, body)
    cross join lateral clinic.words_in(r.body) as w (word)
  union all
  select f.practice_id, unnest(array[f.feels, f.after, f.plays]), f.client_id, f.at, clinic.record_mark(f.id)
  from forms as f
  where not f.waits
) as said
group by said.practice_id, said.word, said.client_id
on conflict do nothing;

insert into clinic.client_courses (practice_id, client_id, measure, told_at, told)
select p.practice_id, c.client_id, c.measure, c.told_at, c.told
from (select practice_id, array_agg(id) as clients from people group by practice_id) as p
  cross join lateral clinic.courses(p.practice_id, p.clients, false) as c;

-- The chain of the audit, as clinic.audit would have written it.
do $$
declare
  head clinic.audit_heads;
  entry clinic.audit_entries;
  ids uuid[];
  wanted constant integer := current_setting('load.entries')::integer;
begin
  for head in select h.* from clinic.audit_heads as h where h.practice_id in (select practice_id from people) loop
    ids := array(select id from people where practice_id = head.practice_id);
    entry.practice_id := head.practice_id;
    entry.sequence := head.sequence;
    entry.hash := head.hash;
    for n in 1..wanted loop
      entry.previous_hash := entry.hash;
      entry.sequence := entry.sequence + 1;
      entry.at := now() - (wanted - n) * interval '10 minutes';
      entry.who := 't_load';
      entry.verb := 'intake.read';
      entry.client_id := ids[1 + n % cardinality(ids)];
      entry.target := entry.client_id;
      entry.hash := clinic.audit_hash(entry);
      insert into clinic.audit_entries values (entry.*);
    end loop;
    update clinic.audit_heads as h
    set sequence = entry.sequence, hash = entry.hash
    where h.practice_id = head.practice_id;
  end loop;
end
$$;
commit;
vacuum analyze;
checkpoint;
