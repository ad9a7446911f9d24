-- Included by every test, which ends with `rollback`: two practices, their people, and clients with records of every
-- kind.
--
-- Stillwater: mira (owner) and jonas. Harbour: tom (owner). `leaver` was deactivated; `stranger` is in the group of
-- therapists but in no practice. With -v mutation=SQL the schema is loosened first (see Tests/Database/mutants).
\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset tuples_only true
begin;
set local client_min_messages = warning;
set local statement_timeout = 0;
set local lock_timeout = 0;
\if :{?mutation}
:mutation;
\endif
set local search_path = tap, pg_catalog;
\o /dev/null

-- The names, written in braces, of the records that the tests' calls are about. Ids are of version 7; the links, the
-- key and the digest are hashes of unknown secrets.
create table tap.names (name text constraint names_pkey primary key, value text not null);
insert into tap.names
values
  ('stillwater', '01900000-0000-7000-8000-000000000001'), ('harbour', '01900000-0000-7000-8000-000000000002'),
  ('mira', '01900000-0000-7000-8000-000000000011'), ('jonas', '01900000-0000-7000-8000-000000000012'),
  ('leaver', '01900000-0000-7000-8000-000000000013'), ('tom', '01900000-0000-7000-8000-000000000021'),
  ('ana', '01900000-0000-7000-8000-000000000101'), ('bo', '01900000-0000-7000-8000-000000000102'),
  ('nobody', '01900000-0000-7000-8000-00000000dead'), ('new', '01900000-0000-7000-8000-0000000000aa'),
  ('open invite', '01900000-0000-7000-8000-000000000201'), ('sent invite', '01900000-0000-7000-8000-000000000202'),
  ('intake', '01900000-0000-7000-8000-000000000301'), ('flagged', '01900000-0000-7000-8000-000000000302'),
  ('evaluation', '01900000-0000-7000-8000-000000000401'), ('draft', '01900000-0000-7000-8000-000000000402'),
  ('plan', '01900000-0000-7000-8000-000000000501'), ('draft plan', '01900000-0000-7000-8000-000000000502'),
  ('submission', '11111111-1111-4111-8111-111111111111'),
  ('open link', '\x' || repeat('01', 32)), ('sent link', '\x' || repeat('02', 32)),
  ('plan link', '\x' || repeat('03', 32)), ('key', '\x' || repeat('04', 32)), ('digest', '\x' || repeat('05', 32)),
  ('no link', '\x' || repeat('06', 32)), ('new link', '\x' || repeat('07', 32)),
  ('body', '{"findings": {}, "trigger_points": []}'),
  ('checkin', '01900000-0000-7000-8000-000000000701'),
  ('checkin key', '22222222-2222-4222-8222-222222222222'),
  ('visit', '01900000-0000-7000-8000-000000000601'), ('draft visit', '01900000-0000-7000-8000-000000000602'),
  ('photo link', '\x' || repeat('08', 32)), ('photo', '01900000-0000-7000-8000-000000000801'),
  ('sealed', '\x' || repeat('0c', 80)), ('message', '01900000-0000-4000-8000-000000000901'),
  ('done', '{"done": "neck and shoulders"}'),
  ('flag', '[{"flag": "rf.x", "urgency": "urgent", "title": "X"}]');

-- What a draft is made from, as desk.plan_issue takes it.
create function tap.basis_of(plan uuid)
returns jsonb
language sql
as $$
  select jsonb_strip_nulls(
    jsonb_build_object(
      'intake', p.intake_id, 'evaluation', p.evaluation_id, 'content_version', p.content_version,
      'pausing_flags', p.pausing_flags,
      'items',
      (
        select coalesce(
          jsonb_agg(
            jsonb_build_object(
              'item', i.item, 'phase', i.phase, 'effect', i.effect, 'reasons', i.reasons,
              'override',
              jsonb_build_object(
                'reason', i.override_reason, 'clinician', i.override_clinician, 'date', i.override_date))
            order by i.position),
          '[]')
        from clinic.plan_items as i
        where i.plan_id = p.id)))
  from clinic.plans as p
  where p.id = basis_of.plan
$$;

-- A call with the names in it replaced, and then `{basis of PLAN}`.
create function tap.spelled(call text)
returns text
language plpgsql
as $$
declare
  named tap.names;
  plan text;
begin
  for named in select * from tap.names loop
    call := replace(call, '{' || named.name || '}', named.value);
  end loop;
  plan := (regexp_match(call, '\{basis of ([-0-9a-f]{36})\}'))[1];
  if plan is not null then
    call := replace(call, '{basis of ' || plan || '}', coalesce(tap.basis_of(plan::uuid), '{}')::text);
  end if;
  return call;
end
$$;

-- Acts as if the login had opened every client and list, and everything in the audit had been written, in an earlier
-- transaction, unless `tap.blind` is on.
create function tap.open_everything(login text)
returns void
language sql
as $$
  update clinic.audit_heads set written_in = '3' where coalesce(current_setting('tap.blind', true), '') <> 'on';
  insert into clinic.sights (practice_id, login, subject, opened_in)
  select l.practice_id, l.role_name, s.subject, '3'
  from clinic.logins as l
    cross join lateral (
      select 'client ' || c.id from clinic.clients as c where c.practice_id = l.practice_id
      union all
      select 'list ' || list
      from unnest(array[
        'clients', 'invites', 'intakes', 'checkins', 'plans', 'today', 'reports', 'retention', 'audit', 'find', 'undo',
        'export', 'messages']) as list
    ) as s (subject)
  where l.role_name = 't_proof' || login and coalesce(current_setting('tap.blind', true), '') <> 'on'
  on conflict on constraint sights_pkey do nothing
$$;

-- The result of a call by a login: its rows as text, or its SQLSTATE and message. The rows become text without any
-- function of PostgreSQL, because no login may call one.
create function tap.rows_for(login text, call text)
returns setof text
language plpgsql
as $$
declare
  query constant text := 'select row(t.*)::text from ' || tap.spelled(call) || ' as t';
begin
  perform tap.open_everything(login);
  execute format('set local session authorization %I', case login
    when 'door' then 'plumbline_door' when 'operator' then 'plumbline_operator' when 'outbox' then 'plumbline_outbox'
    else 't_proof' || login end);
  return query execute query;
  reset session authorization;
exception
  when others then
    return next sqlstate || ' ' || sqlerrm;
end
$$;

create function tap.answer(login text, call text)
returns text
language sql
as $$
  select coalesce(string_agg(t, ' / '), 'no rows') from tap.rows_for(login, call) as t
$$;

create function tap.answers(login text, call text, expected text)
returns text
language sql
as $$
  select tap.is(tap.answer(login, call), expected, login || ': ' || call)
$$;

create function tap.answers_well(login text, call text)
returns text
language sql
as $$
  select tap.unalike(tap.answer(login, call), '_____ %', login || ' may: ' || call)
$$;

create function tap.must(login text, call text)
returns void
language plpgsql
as $$
declare
  answer constant text := tap.answer(login, call);
begin
  if answer ~ '^[0-9A-Z]{5} ' then
    raise exception 'the fixture failed: % as %: %', call, login, answer;
  end if;
end
$$;

-- The result of a call, after a change if one is given; both are rolled back at once.
create function tap.tried(login text, call text, change text default null)
returns text
language plpgsql
as $$
begin
  if change is not null then
    execute change;
  end if;
  raise exception using errcode = 'TRIED', message = tap.answer(login, call);
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
end
$$;

create role t_proofstranger login in role plumbline_desk;

select tap.must('operator', call)
from unnest(array[
  $$operator.content_load('1.0.0', '{"questions": {}}')$$,
  $$operator.practice_add('{stillwater}', 'Stillwater', null, null)$$,
  $$operator.practice_add('{harbour}', 'Harbour', null, null)$$,
  $$operator.practitioner_add('{mira}', '{stillwater}', 'Mira', 't_proofmira', null, true, null)$$,
  $$operator.practitioner_add('{jonas}', '{stillwater}', 'Jonas', 't_proofjonas', null, false, null)$$,
  $$operator.practitioner_add('{leaver}', '{stillwater}', 'Lea', 't_proofleaver', null, false, null)$$,
  $$operator.practitioner_add('{tom}', '{harbour}', 'Tom', 't_prooftom', null, true, null)$$,
  $$operator.practitioner_deactivate('{stillwater}', '{leaver}', 'Mira')$$]) as call;

select tap.must('mira', call)
from unnest(array[
  $$desk.client_add('{ana}', 'Ana Lima', 'ana@example.org', '+351 1', '1980-02-29')$$,
  $$desk.client_add('{bo}', '陈波', null, null, null)$$,
  $$desk.invite_create('{open invite}', '{ana}', '{open link}', '2100-01-01', '1.0.0', null)$$,
  $$desk.invite_create('{sent invite}', '{ana}', '{sent link}', '2100-01-01', '1.0.0', null)$$]) as call;

select tap.must('door', $$door.intake_submit('{sent link}', '{submission}', '{digest}', '{intake}',
  '{"pain.now": 7, "consent.treatment": true, "consent.photos": "no"}', '1.0.0', '[]', 'ok', '{key}', '\x01')$$);

select tap.must('mira', call)
from unnest(array[
  $$desk.intake_accept('{intake}')$$,
  $$desk.intake_start('{flagged}', '{ana}', '{"pain.now": 5}', '1.0.0', '{flag}', 'defer')$$,
  $$desk.evaluation_record('{evaluation}', '{ana}', '{body}', '1.0.0')$$,
  $$desk.evaluation_sign('{evaluation}')$$,
  $$desk.evaluation_record('{draft}', '{ana}', '{body}', '1.0.0')$$,
  $$desk.plan_create('{plan}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.plan_issue('{plan}', '{}', '[{"variant": "text", "bytes": "aGk="}]', '{plan link}',
    '\x02', '\x0b', '2100-01-01', '{basis of {plan}}')$$,
  $$desk.plan_create('{draft plan}', '{ana}', '{intake}', '{evaluation}', '1.0.0', '[{"item": "hc.a"}]')$$,
  $$desk.visit_record('{visit}', '{ana}', '2026-01-05', 60, '{done}')$$,
  $$desk.visit_sign('{visit}')$$,
  $$desk.visit_record('{draft visit}', '{ana}', '2026-01-12', null, '{}')$$,
  $$desk.client_note('{new}', '{ana}', 'a note')$$,
  $$desk.link_seal('{open link}', '{sealed}')$$, $$desk.link_seal('{plan link}', '{sealed}')$$]) as call;
insert into clinic.messages (practice_id, id, kind, client_id, practitioner_id, channel, target)
select tap.spelled('{stillwater}')::uuid, tap.spelled('{message}')::uuid, 'invite', tap.spelled('{ana}')::uuid,
  tap.spelled('{mira}')::uuid, 'email', tap.spelled('{open invite}')::uuid;

select tap.must('door', $$door.checkin_submit('{plan link}', '{checkin key}', '{digest}', '{checkin}', 'weekly',
  '{"checkin.pain_avg7": 4}', '1.0.0', '[]', '[]')$$);
\o
