-- Opening and closing the logins of therapists. Their names tell nothing about the person: `t_` and twelve characters.
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
-- attributes such as SUPERUSER. They are not named here, because PostgreSQL lets only a role that has them say so.
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
