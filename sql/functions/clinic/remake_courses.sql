-- Makes clinic.client_courses of these clients anew, for a caller who keeps others from doing the same meanwhile.
create or replace function clinic.remake_courses(practice uuid, clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from clinic.client_courses as k
  where k.practice_id = remake_courses.practice and k.client_id = any (remake_courses.clients);
  insert into clinic.client_courses (practice_id, client_id, measure, told_at, told)
  select remake_courses.practice, c.client_id, c.measure, c.told_at, c.told
  from clinic.courses(remake_courses.practice, remake_courses.clients, false) as c;
end
$$;
