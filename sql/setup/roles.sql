-- The roles. They belong to the whole cluster and not to this database. The lock makes the set-ups of several
-- databases of one cluster take turns.
lock table pg_catalog.pg_authid in share row exclusive mode;

do $$
declare
  role_name text;
begin
  foreach role_name in array array[
    'plumbline_owner', 'plumbline_desk', 'plumbline_registrar', 'plumbline_door', 'plumbline_operator',
    'plumbline_outbox', 'plumbline_backup']
  loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
end
$$;

alter role plumbline_owner     nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
alter role plumbline_desk      nologin noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
-- The registrar creates therapists' logins, only through the functions of the schema `registrar`. Nobody can log in
-- as it or become it, because a role with CREATEROLE could grant itself anything short of superuser.
alter role plumbline_registrar nologin   inherit nosuperuser nocreatedb   createrole nobypassrls noreplication;
alter role plumbline_door      login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
alter role plumbline_operator  login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication
  connection limit 10;
alter role plumbline_outbox    login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls noreplication
  connection limit 4;
alter role plumbline_backup    login   noinherit nosuperuser nocreatedb nocreaterole nobypassrls   replication
  connection limit 4;

-- Two daemons with eight connections each, and some to spare while one starts again. Who has more daemons raises it,
-- and it stays so: `alter role plumbline_door connection limit 40`.
do $$
begin
  if (select r.rolconnlimit < 20 from pg_roles as r where r.rolname = 'plumbline_door') then
    alter role plumbline_door connection limit 20;
  end if;
end
$$;

-- To find and end the sessions of a deactivated therapist.
grant pg_signal_backend, pg_read_all_stats to plumbline_registrar;

-- Since PostgreSQL 16, a role with CREATEROLE can change only those roles on which it has the ADMIN OPTION. The
-- registrar has it on the logins that it created itself. Logins that came with a restore or an upgrade were created by
-- another role, so the registrar receives the option here.
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
