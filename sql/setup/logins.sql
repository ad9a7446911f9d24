-- Opening and closing the logins of therapists. Their names begin with `t_`; those that `plumbline` makes up go on with
-- random characters, which tell nothing about the person.
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

-- Opens a login. `verifier` is the result of PQencryptPasswordConn, or null for peer authentication. A new role has no
-- attributes such as SUPERUSER, and a role that has one already is refused. The registrar cannot take one away:
-- PostgreSQL leaves that to superusers or to roles that have the attribute themselves.
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

-- Closes a login to new sessions.
create or replace function registrar.close_login(login text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform registrar.check_name(login);
  execute format('alter role %I nologin password null', login);
end
$$;

-- Ends the sessions of logins that were closed, and returns how many it found. Whoever closed a login commits that
-- first, so that no new session can begin, and then calls this until it finds none.
--
-- A session that is only starting may have passed the check of its login and is not listed with its role yet; whoever
-- sets post_auth_delay for it keeps it so for long. It shows by the lock of its first transaction. It may be anybody's,
-- so it is given a second to show whose it is, which others need a few milliseconds for, and is ended after that.
create or replace function registrar.end_sessions(logins text[])
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  session record;
  waited text[];
  ended integer := 0;
begin
  perform registrar.check_name(l.login) from unnest(logins) as l (login);
  for step in 0..10 loop
    perform pg_stat_clear_snapshot();
    for session in
      select s.pid
      from pg_stat_get_activity(null) as s
        join pg_roles as r on r.oid = s.usesysid
      where r.rolname = any (logins) and s.pid <> pg_backend_pid()
    loop
      perform pg_terminate_backend(session.pid);
      ended := ended + 1;
    end loop;
    waited := array(
      select s.start
      from registrar.starting_sessions() as s
      where step = 0 or s.start = any (waited));
    exit when waited = '{}';
    perform pg_sleep(0.1);
  end loop;
  for session in select s.pid from registrar.starting_sessions() as s where s.start = any (waited) loop
    begin
      perform pg_terminate_backend(session.pid);
    exception
      -- Before its role is known, PostgreSQL lets only a superuser end it. It is asked again.
      when insufficient_privilege then
        null;
    end;
    ended := ended + 1;
  end loop;
  return ended;
end
$$;

-- Returns the sessions that are not listed with their role yet, each with its first transaction.
create or replace function registrar.starting_sessions()
returns table (pid integer, start text)
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select l.pid, l.virtualtransaction
  from pg_lock_status() as l
    left join pg_stat_get_activity(null) as s on s.pid = l.pid
  where l.locktype = 'virtualxid'
    and l.mode = 'ExclusiveLock'
    and s.usesysid is null
    and coalesce(s.backend_type, 'client backend') = 'client backend'
$$;

reset role;
