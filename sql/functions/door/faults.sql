-- Returns the reasons why the daemon must not serve over this connection; no row if it may. The daemon faces the
-- internet, so it must run as plumbline_door with the rights of that role alone, and what it acknowledges must survive
-- a loss of power.
create or replace function door.faults()
returns table (fault text)
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select 'the role is ' || session_user || ', not plumbline_door'
    where session_user <> 'plumbline_door'
    union all
    select 'plumbline_door is ' || a.attribute
    from pg_roles as r
      cross join lateral (
        values
          ('a superuser', r.rolsuper), ('exempt from row security', r.rolbypassrls),
          ('allowed to create roles', r.rolcreaterole),
          ('allowed to create databases', r.rolcreatedb), ('allowed to replicate', r.rolreplication)
      ) as a (attribute, has)
    where r.rolname = session_user and a.has
    union all
    select 'plumbline_door is a member of ' || g.rolname
    from pg_auth_members as m
      join pg_roles as r on r.oid = m.member
      join pg_roles as g on g.oid = m.roleid
    where r.rolname = session_user
    union all
    select 'plumbline_door has rights on ' || c.oid::regclass
    from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('clinic', 'door', 'desk', 'operator', 'registrar')
      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and has_table_privilege(session_user, c.oid, 'select, insert, update, delete, truncate, references, trigger')
    union all
    select 'plumbline_door may use the schema ' || n.nspname
    from pg_namespace as n
    where n.nspname in ('clinic', 'desk', 'operator', 'registrar')
      and has_schema_privilege(session_user, n.oid, 'usage, create')
    union all
    select s.name || ' is ' || current_setting(s.name)
    from unnest(array['fsync', 'full_page_writes']) as s (name)
    where current_setting(s.name) <> 'on';
end
$$;
