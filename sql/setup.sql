-- What only a superuser can do, once for each database, and again after every restore and every upgrade of PostgreSQL:
--
--   createdb plumbline && psql -v ON_ERROR_STOP=1 -q -d plumbline -f sql/setup.sql
--
-- Idempotent, one transaction, plain SQL. Afterwards `plumbline migrate up`, as plumbline_operator, builds the
-- rest, and no superuser is needed.
begin;
set local client_min_messages = warning;

-- Roles. They are the cluster's, not the database's; several databases of one cluster share them, so their set-ups
-- take turns.
lock table pg_catalog.pg_authid in share row exclusive mode;

do $$
declare
  role_name text;
begin
  foreach role_name in array array[
    'plumbline_owner', 'plumbline_desk', 'plumbline_registrar', 'plumbline_door', 'plumbline_operator',
    'plumbline_backup']
  loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
end
$$;

alter role plumbline_owner     nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
alter role plumbline_desk      nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
-- The registrar makes therapists' logins, and only through the functions of the schema `registrar`: whoever could
-- become a role with CREATEROLE could grant themselves anything short of superuser.
alter role plumbline_registrar nologin   inherit nosuperuser nocreatedb   createrole nobypassrls noreplication;
alter role plumbline_door      login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication
  connection limit 20;
alter role plumbline_operator  login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication
  connection limit 10;
alter role plumbline_backup    login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls   replication
  connection limit 4;

-- Sessions of a deactivated therapist are found and ended.
grant pg_signal_backend, pg_read_all_stats to plumbline_registrar;

-- From PostgreSQL 16 on, CREATEROLE reaches no further than the roles one has the ADMIN OPTION on: those that the
-- registrar made, and the ones that it is given here. Logins that came with a restore or an upgrade were made by
-- somebody else.
do $$
declare
  role_name text;
begin
  if current_setting('server_version_num')::integer < 160000 then
    return;
  end if;
  for role_name in
    select 'plumbline_desk'
    union all
    select r.rolname
    from pg_roles as r
    where r.rolname ~ '^t_[0-9a-z]{1,30}$'
      and not r.rolsuper
      and pg_has_role(r.oid, 'plumbline_desk', 'member')
  loop
    execute format('grant %I to plumbline_registrar with admin true, inherit false, set false', role_name);
  end loop;
end
$$;

-- The database, for everyone who connects to it: no value of a client in the server's log, and nothing runs for ever.
do $$
declare
  setting text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to plumbline_door, plumbline_desk, plumbline_operator, plumbline_backup',
    current_database());
  foreach setting in array array[
    'timezone = ''UTC''',
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    'log_statement = none',
    'log_min_duration_statement = -1',
    'log_parameter_max_length = 0',
    'log_parameter_max_length_on_error = 0',
    'statement_timeout = ''30s''',
    'lock_timeout = ''10s''',
    'idle_in_transaction_session_timeout = ''60s''',
    'temp_file_limit = ''256MB''']
  loop
    execute format('alter database %I set %s', current_database(), setting);
  end loop;
  -- The door is on the internet's side. Folded submissions of two practices may meet in opposite order; the loser
  -- is retried alone, so a deadlock is looked for at once. Its sessions last, and so do their plans: one made while a
  -- table was nearly empty would read all of it when it has grown, and all that the door looks for has a key.
  foreach setting in array array[
    'statement_timeout = ''5s''',
    'lock_timeout = ''3s''',
    'idle_in_transaction_session_timeout = ''10s''',
    'temp_file_limit = ''32MB''',
    'deadlock_timeout = ''100ms''',
    'enable_seqscan = off',
    'jit = off']
  loop
    execute format('alter role plumbline_door in database %I set %s', current_database(), setting);
  end loop;
  -- A migration may take its time, but must not queue everyone behind a lock it waits for.
  execute format('alter role plumbline_operator in database %I set statement_timeout = 0', current_database());
end
$$;

-- What PostgreSQL gives to everyone, our roles do not get: no catalogue, no built-in function (so no operator, no
-- cast, no sleep, no large object), no language, no temporary table. What was PUBLIC's goes to the roles that own
-- functions; what was a superuser's stays a superuser's. Calling a function of ours with bound values needs none
-- of it.
revoke all on schema public from public;
revoke usage on language sql, plpgsql from public;
grant usage on language sql, plpgsql to plumbline_owner, plumbline_registrar;

do $$
declare
  names text;
begin
  select string_agg(r.oid::regprocedure::text, ', ')
  into names
  from pg_catalog.pg_proc as r
  where r.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and exists (
      select
      from aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) as a
      where a.grantee = 0);
  if names is not null then
    execute 'grant execute on routine ' || names || ' to plumbline_owner, plumbline_registrar';
    execute 'revoke execute on routine ' || names || ' from public';
  end if;

  select string_agg(c.oid::regclass::text, ', ')
  into names
  from pg_catalog.pg_class as c
  where c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and exists (select from aclexplode(c.relacl) as a where a.grantee = 0 and a.privilege_type = 'SELECT');
  if names is not null then
    execute 'grant select on ' || names || ' to plumbline_owner, plumbline_registrar';
  end if;
end
$$;
revoke all on all tables in schema pg_catalog, information_schema from public;

-- Our schemas and who may enter. Tables are in `clinic`, where nobody who can log in may enter.
create schema if not exists clinic    authorization plumbline_owner;
create schema if not exists door      authorization plumbline_owner;
create schema if not exists desk      authorization plumbline_owner;
create schema if not exists operator  authorization plumbline_owner;
create schema if not exists registrar authorization plumbline_registrar;
revoke all on schema clinic, door, desk, operator, registrar from public;
grant usage on schema door      to plumbline_door;
grant usage on schema desk      to plumbline_desk;
grant usage on schema operator  to plumbline_operator;
grant usage on schema registrar to plumbline_owner;

-- A function is executable by nobody but the role its schema is for.
alter default privileges for role plumbline_owner, plumbline_registrar revoke execute on functions from public;
alter default privileges for role plumbline_owner, plumbline_registrar revoke usage on types from public;
alter default privileges for role plumbline_owner in schema door
  grant execute on functions to plumbline_door;
alter default privileges for role plumbline_owner in schema desk
  grant execute on functions to plumbline_desk;
alter default privileges for role plumbline_owner in schema operator
  grant execute on functions to plumbline_operator;
alter default privileges for role plumbline_registrar in schema registrar
  grant execute on functions to plumbline_owner;

-- Logins of therapists. Names are opaque: `t_` and twelve characters.
set local role plumbline_registrar;

create or replace function registrar.check_name(login text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if login !~ '^t_[0-9a-z]{1,30}$' then
    raise exception 'not the name of a therapist''s login' using errcode = 'PL422';
  end if;
end
$$;

-- `verifier` is what PQencryptPasswordConn makes, or null for peer authentication. A role is made without any power
-- of its own; to say so again is not for a role that lacks these powers itself.
create or replace function registrar.open_login(login text, verifier text, valid_until timestamptz)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform registrar.check_name(login);
  if verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
    raise exception 'a password is stored as a SCRAM-SHA-256 verifier' using errcode = 'PL422';
  end if;
  if not exists (select from pg_roles where rolname = login) then
    execute format('create role %I', login);
  elsif exists (
    select from pg_roles
    where rolname = login and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls))
  then
    raise exception 'a role of this name may do more than a therapist' using errcode = 'PL409';
  end if;
  execute format(
    'alter role %I login inherit connection limit 8 password %L valid until %L',
    login, verifier, coalesce(valid_until::text, 'infinity'));
  execute format('grant plumbline_desk to %I', login);
end
$$;

create or replace function registrar.close_login(login text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform registrar.check_name(login);
  execute format('alter role %I nologin password null', login);
  perform pg_terminate_backend(pid)
  from pg_stat_get_activity(null) as s
  where s.usesysid = (select oid from pg_roles where rolname = login)
    and s.pid <> pg_backend_pid();
end
$$;

reset role;

-- What the migrator stands on: what has been applied, and the one row that makes two migrators take turns.
set local role plumbline_owner;

create table if not exists clinic.migrations (
  number integer not null constraint migrations_number_positive check (number > 0),
  name text not null,
  checksum bytea not null constraint migrations_checksum_sha256 check (octet_length(checksum) = 32),
  applied_at timestamptz not null default now(),
  constraint migrations_pkey primary key (number)
);

create table if not exists clinic.routines (
  path text not null,
  checksum bytea not null constraint routines_checksum_sha256 check (octet_length(checksum) = 32),
  applied_at timestamptz not null default now(),
  constraint routines_pkey primary key (path)
);

create table if not exists clinic.migration_turn (
  singleton boolean not null default true constraint migration_turn_one_row check (singleton),
  constraint migration_turn_pkey primary key (singleton)
);

-- Nothing of a practice is in these; everybody's functions may read the version, the operator's may write.
do $$
declare
  name text;
begin
  foreach name in array array['migrations', 'routines', 'migration_turn'] loop
    execute format('drop policy if exists everyone_reads on clinic.%I', name);
    execute format('drop policy if exists operator_writes on clinic.%I', name);
    execute format('create policy everyone_reads on clinic.%I for select using (true)', name);
    execute format(
      'create policy operator_writes on clinic.%I using (session_user = ''plumbline_operator'')', name);
    execute format('alter table clinic.%I enable row level security, force row level security', name);
  end loop;
end
$$;

-- Refuses what cannot be. The codes are those of Sources/Records/Calling/Refusal.swift; messages carry no data of
-- a client.
create or replace function clinic.refuse(code text, message text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using errcode = code, message = message;
end
$$;

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

-- Applies one migration, whole or not at all; false when another migrator already had.
create or replace function operator.migrate(number integer, name text, sql text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
as $$
declare
  sum constant bytea := sha256(convert_to(migrate.sql, 'UTF8'));
  known bytea;
begin
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

-- Defines what one file of sql/views or sql/functions defines; false when it is defined so already. PostgreSQL takes a
-- new text of a view as long as it only appends columns.
create or replace function operator.define(path text, sql text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set check_function_bodies = off
as $$
declare
  sum constant bytea := sha256(convert_to(define.sql, 'UTF8'));
begin
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
insert into clinic.migration_turn default values on conflict do nothing;

commit;
