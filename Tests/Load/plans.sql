-- Gives the issued plans of a scratch instance to the fifty practices of invites.sql in turn, as a superuser: the plans
-- that one therapist made are to be load for all. What the door does not read stays behind.
\set ON_ERROR_STOP on
begin;
set local session_replication_role = replica;

create table bench.plans as
select
  row_number() over (order by p.created_at, p.id) - 1 as n, p.practice_id as origin, p.id, p.short_id,
  (select l.secret_hash from clinic.links as l where l.practice_id = p.practice_id and l.target = p.id) as link_hash
from clinic.plans as p
where p.state = 'issued';
alter table bench.plans add column practice_id uuid;
alter table bench.plans add column client_id uuid;
update bench.plans as b
set practice_id = q.practice_id, client_id = q.client_id
from bench.places as q
where q.n = b.n % 50;

-- All records have short ids of their own in a practice.
update clinic.short_ids as s
set practice_id = b.practice_id, short_id = 'p' || lpad(to_hex(b.n), 11, '0')
from bench.plans as b
where s.practice_id = b.origin and s.id = b.id;
update clinic.plans as p
set practice_id = b.practice_id, client_id = b.client_id, short_id = 'p' || lpad(to_hex(b.n), 11, '0')
from bench.plans as b
where p.practice_id = b.origin and p.id = b.id;
update clinic.plan_items as i
set practice_id = b.practice_id
from bench.plans as b
where i.practice_id = b.origin and i.plan_id = b.id;
update clinic.plan_copies as c
set practice_id = b.practice_id
from bench.plans as b
where c.practice_id = b.origin and c.plan_id = b.id;
update clinic.links as l
set practice_id = b.practice_id
from bench.plans as b
where l.practice_id = b.origin and l.target = b.id;

-- So that the limit of twelve check-ins a day is never reached.
alter table clinic.checkins alter column submitted_at set default now() - interval '2 days';

-- Lets pgbench submit by number what the daemon submits.
create sequence bench.checkin_turn;
create function bench.check_in(answers jsonb, content_version text)
returns text
language plpgsql
security definer
as $$
declare
  turn constant bigint := nextval('bench.checkin_turn');
begin
  return (
    select s.outcome
    from bench.plans as b
      cross join door.checkin_submit(
        b.link_hash, gen_random_uuid(), sha256(int8send(turn)), gen_random_uuid(), 'weekly', answers, content_version,
        '[]', '[]') as s
    where b.n = turn % (select count(*) from bench.plans));
end
$$;
alter function bench.check_in(jsonb, text) owner to plumbline_owner;
grant execute on function bench.check_in(jsonb, text) to plumbline_door;
grant select on bench.plans to plumbline_owner;
grant usage on sequence bench.checkin_turn to plumbline_owner;
commit;
vacuum analyze;
checkpoint;
