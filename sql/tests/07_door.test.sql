-- The daemon serves only as plumbline_door, without further rights, and on a server that keeps what it acknowledges.
\ir fixture.sql

-- The result of door.faults after a change.
create function tap.faults_after(change text)
returns text
language sql
as $$
  select tap.tried('door', 'door.faults()', change)
$$;

-- The result when a therapist has all deferred constraints checked before the commit.
create function tap.checks_at_once(login text)
returns text
language plpgsql
as $$
begin
  execute format('set local session authorization %I', 't_proof' || login);
  set constraints all immediate;
  reset session authorization;
  return 'nothing';
exception
  when others then
    return sqlstate || ' ' || sqlerrm;
end
$$;

select no_plan();
select tap.answers('door', 'door.faults()', 'no rows');
select alike(tap.faults_after(change), expected, 'refused after: ' || change)
from (
  values
    ('alter role plumbline_door superuser', '%a superuser%'),
    ('alter role plumbline_door bypassrls', '%exempt from row security%'),
    ('alter role plumbline_door createrole', '%allowed to create roles%'),
    ('alter role plumbline_door createdb', '%allowed to create databases%'),
    ('alter role plumbline_door replication', '%allowed to replicate%'),
    ('grant plumbline_operator to plumbline_door', '%a member of plumbline_operator%'),
    ('grant plumbline_desk to plumbline_door', '%a member of plumbline_desk%'),
    ('grant pg_execute_server_program to plumbline_door', '%a member of pg_execute_server_program%'),
    ('grant pg_read_server_files to plumbline_door', '%a member of pg_read_server_files%'),
    ('grant pg_read_all_data to plumbline_door', '%a member of pg_read_all_data%'),
    ('grant select on clinic.intakes to public', '%rights on clinic.intakes%'),
    ('grant insert on clinic.links to plumbline_door', '%rights on clinic.links%'),
    ('grant usage on schema clinic to plumbline_door', '%the schema clinic%')
) as t (change, expected);
select ok('the role is postgres, not plumbline_door' in (select fault from door.faults()), 'refused as anybody else');
select tap.answers('operator', 'door.faults()', '42501 permission denied for schema door');
select tap.answers('mira', 'door.faults()', '42501 permission denied for schema door');

-- A commit is acknowledged only once it is on disk, whatever a role or a session has set.
set local synchronous_commit = off;
select tap.must('door', $$door.draft_save('{open link}', '{key}', '\x01')$$);
select is(current_setting('synchronous_commit'), 'on', 'a draft');
set local synchronous_commit = off;
select tap.must('mira', $$desk.client_note('01900000-0000-7000-8000-0000000000ab', '{ana}', 'x')$$);
select is(current_setting('synchronous_commit'), 'on', 'what a therapist writes');
-- A session may switch synchronous_commit off after opening a record; the trigger of clinic.sights switches it on at
-- the commit, and nobody can make it run earlier. It looks for rows of the session's practice, so a superuser can make
-- it run here.
set local synchronous_commit = off;
select is(tap.checks_at_once('mira'), 'PL409 this is checked when the transaction commits', 'a therapist cannot have it done before');
select is(current_setting('synchronous_commit'), 'off', 'and what she tried is undone');
set constraints all immediate;
select is(current_setting('synchronous_commit'), 'on', 'what a therapist opens');

select * from finish();
rollback;
