-- Revokes from PUBLIC what PostgreSQL grants to everyone: the catalogue, the built-in functions (and with them
-- operators, casts, sleep and large objects) and the languages. The roles that own our functions receive these
-- privileges instead. Privileges that only superusers had stay with them. Calling one of our functions with bound
-- values needs none of these privileges.
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
