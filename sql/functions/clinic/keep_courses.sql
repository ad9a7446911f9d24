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
  perform clinic.remake_courses(practice, clients);
end
$$;
