-- The daemon serves as plumbline_door and nothing stronger, on a server that keeps what it acknowledges.
\ir fixture.sql

-- What door.faults answers after a change, undone at once.
create function tap.faults_after(change text)
returns text
language plpgsql
as $$
begin
  execute change;
  raise exception using errcode = 'TRIED', message = tap.answer('door', 'door.faults()');
exception
  when sqlstate 'TRIED' then
    return sqlerrm;
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
select tap.answers('operator', 'door.faults()', '42501 permission denied for schema door');
select tap.answers('mira', 'door.faults()', '42501 permission denied for schema door');

-- What is acknowledged is on disk, whatever a role or a session has set.
set local synchronous_commit = off;
select tap.must('door', $$door.draft_save('{open link}', '{key}', '\x01')$$);
select is(current_setting('synchronous_commit'), 'on', 'a draft');
set local synchronous_commit = off;
select tap.must('mira', $$desk.client_note('01900000-0000-7000-8000-0000000000ab', '{ana}', 'x')$$);
select is(current_setting('synchronous_commit'), 'on', 'what a therapist writes');

select * from finish();
rollback;
