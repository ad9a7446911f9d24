-- Returns what our roles have other than sql/setup.sql gave them: settings by value, and memberships. A therapist's own
-- settings are theirs to change, and no fault.
create or replace function clinic.role_faults()
returns table (kind text, fault text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  with actual as (
    select
      coalesce(r.rolname, '') as role, s.setdatabase = 0 as everywhere, split_part(c.entry, '=', 1) as name,
      substr(c.entry, position('=' in c.entry) + 1) as value
    from pg_db_role_setting as s
      left join pg_roles as r on r.oid = s.setrole
      cross join lateral unnest(s.setconfig) as c (entry)
    where (s.setrole = 0 or r.rolname like 'plumbline\_%')
      and s.setdatabase in (0, (select d.oid from pg_database as d where d.datname = current_database()))
  ), memberships as (
    select
      m.rolname as member, g.rolname as role,
      m.rolname ~ '^t_[0-9a-z]{1,30}$' and pg_has_role(m.oid, 'plumbline_desk', 'member') as is_therapist
    from pg_auth_members as a
      join pg_roles as m on m.oid = a.member
      join pg_roles as g on g.oid = a.roleid
    -- From PostgreSQL 16 on, a membership may give the right to administer a role and nothing of the role itself. The
    -- registrar needs that.
    where m.rolname <> 'plumbline_registrar'
      or coalesce((to_jsonb(a) ->> 'inherit_option')::boolean or (to_jsonb(a) ->> 'set_option')::boolean, true)
  ), granted (member, role) as (
    values ('plumbline_registrar', 'pg_read_all_stats'), ('plumbline_registrar', 'pg_signal_backend')
  )
  select
    'settings',
    concat(
      coalesce(nullif(e.role, ''), 'the database'), ': ', e.name, ' is ', coalesce(a.value, 'not set'), ' instead of ',
      e.value)
  from clinic.role_settings as e
    left join actual as a on a.role = e.role and lower(a.name) = lower(e.name) and not a.everywhere
  where a.value is distinct from e.value
  union all
  select 'settings', concat(a.role, ': ', a.name, ' is set to ', a.value)
  from actual as a
  where a.role <> ''
    and (
      a.everywhere
      or not exists (
        select from clinic.role_settings as e where e.role = a.role and lower(e.name) = lower(a.name)))
  union all
  select 'memberships', concat(m.member, ' is a member of ', m.role)
  from memberships as m
  where (m.is_therapist or m.member like 'plumbline\_%' or m.role like 'plumbline\_%')
    and not (m.is_therapist and m.role = 'plumbline_desk')
    and (m.member, m.role) not in (select g.member, g.role from granted as g)
  union all
  select 'memberships', concat(g.member, ' is no member of ', g.role)
  from granted as g
  where (g.member, g.role) not in (select m.member, m.role from memberships as m)
  union all
  select 'memberships', concat(r.rolname, ' may do more than a therapist')
  from pg_roles as r
  where r.rolname ~ '^t_[0-9a-z]{1,30}$'
    and pg_has_role(r.oid, 'plumbline_desk', 'member')
    and (r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls)
$$;
