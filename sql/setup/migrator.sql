-- The migrator's functions. `plumbline migrate up` calls them as plumbline_operator. What they run is what the
-- superuser registered, read as it was written: no setting of the session changes what a string in it says.
set local role plumbline_owner;

create or replace function operator.migrations()
returns table (number integer, name text, checksum bytea, applied_at timestamptz)
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select m.number, m.name, m.checksum, m.applied_at
  from clinic.migrations as m
  order by m.number
$$;

create or replace function operator.routines()
returns table (path text, checksum bytea, applied_at timestamptz)
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.path, r.checksum, r.applied_at
  from clinic.routines as r
  order by r.path
$$;

-- Applies one migration in one transaction. Returns false if another migrator has applied it already.
create or replace function operator.migrate(number integer, name text, sql text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set standard_conforming_strings = on
as $$
declare
  sum constant bytea := clinic.registered_checksum('migrations/' || name, sql);
  known bytea;
begin
  if not starts_with(name, lpad(number::text, 4, '0') || '_') then
    perform clinic.refuse('PL403', name || ' is not migration ' || number);
  end if;
  perform from clinic.migration_turn for update;
  select m.checksum into known from clinic.migrations as m where m.number = migrate.number;
  if known = sum then
    return false;
  elsif known is not null then
    perform clinic.refuse('PL409', 'migration ' || migrate.number || ' was applied with another text');
  elsif migrate.number <> 1 + coalesce((select max(m.number) from clinic.migrations as m), 0) then
    perform clinic.refuse('PL409', 'migration ' || migrate.number || ' is not the next one');
  end if;
  execute migrate.sql;
  insert into clinic.migrations (number, name, checksum) values (migrate.number, migrate.name, sum);
  return true;
end
$$;

-- Runs one file of sql/views or sql/functions. Returns false if this text was run already. PostgreSQL replaces a view
-- only if the new text appends columns and changes nothing else.
create or replace function operator.define(path text, sql text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
set standard_conforming_strings = on
as $$
declare
  sum constant bytea := clinic.registered_checksum(path, sql);
begin
  if starts_with(path, 'migrations/') then
    perform clinic.refuse('PL403', path || ' is no view and no function');
  end if;
  perform from clinic.migration_turn for update;
  if exists (select from clinic.routines as r where r.path = define.path and r.checksum = sum) then
    return false;
  end if;
  execute define.sql;
  insert into clinic.routines (path, checksum)
  values (define.path, sum)
  on conflict on constraint routines_pkey
  do update set checksum = excluded.checksum, applied_at = now();
  return true;
exception
  when invalid_table_definition then
    perform clinic.refuse(
      'PL409', define.path || ' does more than append columns: a migration has to drop the view first');
end
$$;

reset role;
