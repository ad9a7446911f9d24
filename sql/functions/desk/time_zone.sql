-- Returns the practice's time zone, in which the session counts days from here on; null for a login of no practice.
create or replace function desk.time_zone()
returns text
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select set_config('TimeZone', p.time_zone, false)
  from clinic.practices as p
  where p.practice_id = (select clinic.my_practice())
$$;
