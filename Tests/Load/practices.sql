-- Adds practices, each with one therapist, as a superuser in a scratch database: `practices` of them,
-- each named after its `batch`.
\set ON_ERROR_STOP on
begin;
create temporary table places on commit drop as
select
  gen_random_uuid() as practice_id, gen_random_uuid() as practitioner_id, :'batch' || '-' || n as number
from generate_series(1, :practices) as n;

insert into clinic.practices (practice_id, name)
select practice_id, 'Load ' || number from places;
insert into clinic.audit_heads (practice_id)
select practice_id from places
on conflict do nothing;
insert into clinic.logins (role_name, practice_id, practitioner_id)
select 't_load_' || replace(number, '-', '_'), practice_id, practitioner_id
from places;
insert into clinic.practitioners (practice_id, id, display_name, role_name, is_owner)
select practice_id, practitioner_id, 'Load therapist ' || number, 't_load_' || replace(number, '-', '_'), true
from places;
commit;
