-- Makes clinic.client_courses of these clients anew. Who writes about one of them meanwhile waits, and sees these
-- records then.
create or replace function clinic.keep_courses(practice uuid, clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform from clinic.clients as c
  where c.practice_id = keep_courses.practice and c.id = any (keep_courses.clients)
  order by c.id
  for no key update;
  delete from clinic.client_courses as k
  where k.practice_id = keep_courses.practice and k.client_id = any (keep_courses.clients);
  insert into clinic.client_courses (practice_id, client_id, measure, told_at, told)
  select keep_courses.practice, c.client_id, c.measure, c.told_at, c.told
  from clinic.courses(keep_courses.practice, keep_courses.clients, false) as c;
end
$$;
