-- Returns the practice's day: that of its own time zone, whatever the session's is.
create or replace function clinic.today()
returns date
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select (statement_timestamp() at time zone p.time_zone)::date
  from clinic.practices as p
  where p.practice_id = (select clinic.my_practice())
$$;
