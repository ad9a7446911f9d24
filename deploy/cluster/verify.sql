-- Checks a database that was restored from a backup, and stops at the first fault. Standard input is what the manifests
-- say: `head PRACTICE SEQUENCE HASH` for each recorded head of a chain, and `rows PRACTICE NOUN NUMBER` for the records
-- that were there, once before the backup and once after it.
\set ON_ERROR_STOP on
set client_min_messages = warning;
create temporary table known (kind text, practice uuid not null, noun text not null, value text);
\copy known from pstdin with (format csv, delimiter ' ')

do $$
begin
  if to_regnamespace('clinic') is null then
    raise exception 'the database % of this backup has no schema clinic', current_database();
  end if;
end
$$;

-- Checks every practice's audit chain, link by link up to its head, with the function that `plumbline audit verify`
-- calls, and that it contains every known head.
do $$
declare
  checked record;
  chain record;
begin
  for checked in select p.practice_id as practice from clinic.practices as p loop
    set local session authorization plumbline_operator;
    select * into chain from operator.audit_verify(checked.practice, null, null);
    reset session authorization;
    if not found or chain.broken_at is not null then
      raise exception 'the audit chain of practice % breaks at entry %', checked.practice, chain.broken_at;
    end if;
  end loop;
  select h.practice, h.noun as sequence into checked
  from known as h
  where h.kind = 'head'
    and h.noun::bigint > 0
    and not exists (
      select from clinic.audit_entries as e
      where e.practice_id = h.practice and e.sequence = h.noun::bigint and e.hash = h.value::bytea)
  order by h.practice, h.noun::bigint
  limit 1;
  if found then
    raise exception 'the audit chain of practice % breaks at entry %', checked.practice, checked.sequence;
  end if;
end
$$;

-- Checks that no record is missing or too many. A backup is of the moment at which it ended, so their numbers are
-- between those from before and after it: where nobody wrote meanwhile, as in most nights, these are the same number.
-- A practice that was added meanwhile has been counted once.
do $$
declare
  counted record;
  found_rows bigint;
begin
  if not exists (select from known where kind = 'rows') and exists (select from clinic.practices) then
    raise exception 'the manifest counts no records';
  end if;
  for counted in
    select
      k.practice, k.noun, case count(*) when 1 then 0 else min(k.value::bigint) end as least,
      max(k.value::bigint) as most
    from known as k
    where k.kind = 'rows'
    group by k.practice, k.noun
  loop
    execute format('select count(*) from clinic.%I where practice_id = $1', counted.noun)
      into found_rows
      using counted.practice;
    if found_rows not between counted.least and counted.most then
      raise exception 'practice % has % % instead of % to %',
        counted.practice, found_rows, counted.noun, counted.least, counted.most;
    end if;
  end loop;
end
$$;

-- Checks that every role may do what it is given, and nothing else: our functions, each of them the one role of its
-- schema, and no table.
create temporary view callers (face, role) as
values
  ('clinic', null), ('door', 'plumbline_door'), ('desk', 'plumbline_desk'), ('operator', 'plumbline_operator'),
  ('outbox', 'plumbline_outbox'), ('registrar', 'plumbline_owner');

create temporary view faults (fault) as
select concat(coalesce(r.rolname, 'everybody'), ' has rights on ', c.oid::regclass)
from pg_class as c
  join callers as f on f.face = c.relnamespace::regnamespace::text
  cross join lateral (
    select t.grantee from aclexplode(c.relacl) as t
    union all
    select g.grantee
    from pg_attribute as a
      cross join lateral aclexplode(a.attacl) as g
    where a.attrelid = c.oid) as g
  left join pg_roles as r on r.oid = g.grantee
where g.grantee <> c.relowner
union all
-- Also by a membership, or by a role of PostgreSQL's own.
select concat(r.rolname, ' can use ', c.oid::regclass)
from pg_class as c
  join callers as f on f.face = c.relnamespace::regnamespace::text
  cross join pg_roles as r
where c.relkind in ('r', 'p', 'v', 'm')
  and r.rolcanlogin
  and not r.rolsuper
  and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')
union all
select concat(c.oid::regclass, ' is not the owner''s, or without row security')
from pg_class as c
where c.relnamespace = 'clinic'::regnamespace
  and c.relkind in ('r', 'p')
  and (c.relowner::regrole::text <> 'plumbline_owner' or not c.relrowsecurity or not c.relforcerowsecurity)
union all
select concat(coalesce(r.rolname, 'everybody'), ' may call ', p.oid::regprocedure)
from pg_proc as p
  join callers as f on f.face = p.pronamespace::regnamespace::text
  cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g
  left join pg_roles as r on r.oid = g.grantee
where g.grantee <> p.proowner and r.rolname is distinct from f.role
union all
select concat(f.role, ' may not call ', p.oid::regprocedure)
from pg_proc as p
  join callers as f on f.face = p.pronamespace::regnamespace::text
where f.role is not null and not has_function_privilege(f.role, p.oid, 'execute')
union all
select concat(p.oid::regprocedure, ' is owned by ', p.proowner::regrole)
from pg_proc as p
  join callers as f on f.face = p.pronamespace::regnamespace::text
where p.proowner::regrole::text <> case f.face when 'registrar' then 'plumbline_registrar' else 'plumbline_owner' end
union all
select concat(r.rolname, ' may do more or less than it should')
from pg_roles as r
where r.rolname like 'plumbline\_%'
  and (
    r.rolsuper or r.rolbypassrls or r.rolcreatedb or r.rolcreaterole <> (r.rolname = 'plumbline_registrar')
    or r.rolreplication <> (r.rolname = 'plumbline_backup')
    or r.rolcanlogin = (r.rolname in ('plumbline_owner', 'plumbline_desk', 'plumbline_registrar')))
union all
select m.fault from clinic.role_faults() as m where m.kind = 'memberships';

do $$
declare
  found_faults text;
begin
  select string_agg(f.fault, '; ' order by f.fault) into found_faults from (select * from faults limit 20) as f;
  if found_faults is not null then
    raise exception 'rights are other than they should be: %', found_faults;
  end if;
end
$$;

select 'practices ' || (select count(*) from clinic.practices) || ', clients ' || (select count(*) from clinic.clients)
  || ', intakes ' || (select count(*) from clinic.intakes) || ', plans ' || (select count(*) from clinic.plans)
  || ', audit entries ' || (select count(*) from clinic.audit_entries) || ', heads known '
  || (select count(*) from known where kind = 'head') || ', counts known '
  || (select count(*) from known where kind = 'rows');
