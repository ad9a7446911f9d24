-- Every rule of the schema is as recorded in expected/rules: constraints, policies, triggers and unique indexes.
-- `RECORD=1 sql/tests/run 02_rules.test.sql` writes the file again; read its diff before committing it.
\ir fixture.sql

create temporary view rules as
select
  case k.contype when 'c' then 'check' when 'f' then 'foreign key' when 'u' then 'unique' else 'primary key' end as kind,
  k.conrelid::regclass || ' ' || k.conname as name,
  pg_get_constraintdef(k.oid) as definition
from pg_constraint as k
where k.connamespace = 'clinic'::regnamespace and k.contype in ('c', 'f', 'u', 'p')
union all
select
  'policy', p.polrelid::regclass || ' ' || p.polname,
  p.polcmd::text || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-')
    || ' with check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')
from pg_policy as p
union all
select 'trigger', t.tgrelid::regclass || ' ' || t.tgname, pg_get_triggerdef(t.oid)
from pg_trigger as t
where not t.tgisinternal and t.tgenabled = 'O'
union all
select 'not null', a.attrelid::regclass::text, string_agg(a.attname, ', ' order by a.attnum)
from pg_attribute as a
  join pg_class as c on c.oid = a.attrelid
where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r' and a.attnotnull and a.attnum > 0
group by a.attrelid;

\getenv record RECORD
\if :{?record}
\copy (select * from rules order by kind, name) to 'expected/rules' (delimiter '|')
\endif

create temporary table expected_rules (kind text, name text, definition text);
\copy expected_rules from 'expected/rules' (delimiter '|')

select no_plan();
select is(r.definition, e.definition, e.kind || ' ' || e.name)
from expected_rules as e
  left join rules as r using (kind, name);
select is(e.name, r.name, r.kind || ' ' || r.name || ' is written down')
from rules as r
  left join expected_rules as e using (kind, name);

-- At such a name psql waits for the end of a body, so that a dump cannot be restored (`Tests/Database/upgrade`).
select is_empty(
  $$
    select p.oid::regprocedure
    from pg_proc as p
      join pg_namespace as n on n.oid = p.pronamespace
    where n.nspname in ('clinic', 'desk', 'door', 'operator', 'outbox')
      and 'begin' = any (p.proname || coalesce(p.proargnames, '{}'))
  $$,
  'no function and no argument of one is called begin');
select * from finish();
rollback;
