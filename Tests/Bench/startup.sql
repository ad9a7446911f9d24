-- Adds ten thousand clients of Mira's; run as a superuser in a scratch database.
\set ON_ERROR_STOP on
begin;
create temporary table people as
select
  n, md5('startup' || n)::uuid as id, 'b' || lpad(n::text, 7, '0') as short_id, p.practice_id,
  p.id as practitioner_id
from generate_series(1, 10000) as n
  join clinic.practitioners as p on p.display_name = 'Mira';

insert into clinic.short_ids (practice_id, short_id, kind, id)
select practice_id, short_id, 'client', id from people;
insert into clinic.clients (practice_id, id, short_id, full_name, email, phone, birth_date, practitioner_id)
select
  practice_id, id, short_id, 'Bench Client ' || n, 'client' || n || '@example.org', '+1 555 ' || lpad(n::text, 7, '0'),
  date '1940-01-01' + n, practitioner_id
from people;
commit;
analyze clinic.clients;
