-- Prepares a scratch database, as a superuser, for the submissions bench: fifty practices, invites whose tokens are the
-- numbers from 1, and a function that lets pgbench submit by number what the daemon submits.
\set ON_ERROR_STOP on
begin;

create schema bench;

create table bench.places as
select
  n, md5('practice' || n)::uuid as practice_id, md5('practitioner' || n)::uuid as practitioner_id,
  md5('client' || n)::uuid as client_id
from generate_series(0, 49) as n;

insert into clinic.practices (practice_id, name)
select practice_id, 'Bench practice ' || n from bench.places;
insert into clinic.audit_heads (practice_id)
select practice_id from bench.places
on conflict do nothing;
insert into clinic.logins (role_name, practice_id, practitioner_id)
select 't_bench' || n, practice_id, practitioner_id from bench.places;
insert into clinic.practitioners (practice_id, id, display_name, role_name)
select practice_id, practitioner_id, 'Bench therapist ' || n, 't_bench' || n from bench.places;
insert into clinic.short_ids (practice_id, short_id, kind, id)
select practice_id, '0000', 'client', client_id from bench.places;
insert into clinic.clients (practice_id, id, short_id, full_name, practitioner_id)
select practice_id, client_id, '0000', 'Bench client ' || n, practitioner_id from bench.places;

create table bench.invites as
select
  i, p.practice_id, p.practitioner_id, p.client_id, md5('invite' || i)::uuid as id,
  lpad(to_hex(i), 12, '0') as short_id
from generate_series(1, :invites) as i join bench.places as p on p.n = i % 50;

insert into clinic.short_ids (practice_id, short_id, kind, id)
select practice_id, short_id, 'invite', id from bench.invites;
insert into clinic.invites (practice_id, id, short_id, client_id, content_version, created_by, expires_at)
select
  practice_id, id, short_id, client_id, (select max(version) from clinic.content_versions), practitioner_id,
  now() + interval '1 day'
from bench.invites;
insert into clinic.links (secret_hash, practice_id, kind, target)
select sha256(decode(lpad(to_hex(i), 64, '0'), 'hex')), practice_id, 'invite', id from bench.invites;

-- pgbench needs a connection for each caller.
alter role plumbline_door connection limit -1;
create sequence bench.turn;
select setval('bench.turn', :invites / 2);

-- Uses the second half of the invites; the daemon uses the first. The caller passes the data, as the daemon does.
create function bench.submit(answers jsonb, content_version text, raised jsonb, massage text, sealed bytea)
returns text
language plpgsql
security definer
as $$
declare
  i constant bigint := nextval('bench.turn');
begin
  return (
    select s.outcome
    from door.intake_submit(
      sha256(decode(lpad(to_hex(i), 64, '0'), 'hex')), gen_random_uuid(), sha256(int8send(i)), gen_random_uuid(),
      answers, content_version, raised, massage, sha256(int8send(-i)), sealed) as s);
end
$$;
alter function bench.submit(jsonb, text, jsonb, text, bytea) owner to plumbline_owner;
grant usage, create on schema bench to plumbline_owner;
grant usage on schema bench to plumbline_door;
grant execute on function bench.submit(jsonb, text, jsonb, text, bytea) to plumbline_door;
grant usage on sequence bench.turn to plumbline_owner;

commit;
vacuum analyze;
-- Flushes what was written here, so that this does not happen during the measurement.
checkpoint;
