-- Refuses a name that PostgreSQL's database of time zones does not have, and one that is no place's but the server's or
-- a copy; null passes.
create or replace function clinic.require_time_zone(named text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if named <> all (array(select z.name from pg_timezone_names as z))
    or named ~ '^(posix|right)/' or named in ('localtime', 'posixrules', 'Factory')
  then
    perform clinic.refuse('PL422', 'there is no time zone of that name; one is America/Toronto');
  end if;
end
$$;
