-- Each row loosens the schema in one way. The rows are made from the catalogue, so that additions are loosened too.
with tables as (
  select c.oid, c.oid::regclass::text as name
  from pg_class as c
  where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r'
), functions as (
  select
    p.oid, p.oid::regprocedure::text as signature, p.pronamespace::regnamespace::text as face, p.prosecdef, p.prosqlbody
  from pg_proc as p
  where p.pronamespace::regnamespace::text in ('clinic', 'door', 'desk', 'operator', 'outbox', 'registrar')
), mutations (mutation) as (
  select format('alter table %s no force row level security', name) from tables
  union all
  select format('alter table %s disable row level security', name) from tables
  union all
  select format('drop policy %I on %s', polname, polrelid::regclass) from pg_policy
  union all
  select format('alter policy %I on %s using (true)', polname, polrelid::regclass)
  from pg_policy
  where pg_get_expr(polqual, polrelid) <> 'true' and polcmd <> 'a'
  union all
  select format('grant select on %s to %s', name, role)
  from
    tables,
    unnest(array['plumbline_door', 'plumbline_desk', 'plumbline_operator', 'plumbline_outbox', 'public']) as role
  union all
  select format('grant update (%I) on %s to plumbline_desk', a.attname, t.name)
  from tables as t join pg_attribute as a on a.attrelid = t.oid and a.attnum = 1
  union all
  select format('alter table %s owner to plumbline_operator', name) from tables
  union all
  select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
  from pg_constraint
  where conrelid in (select oid from tables) and contype <> 't'
  union all
  select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger where not tgisinternal
  union all
  select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
  union all
  select format('alter table %s alter column %I drop not null', attrelid::regclass, attname)
  from pg_attribute as a
  where a.attrelid in (select oid from tables) and a.attnotnull and a.attnum > 0
    and not exists (
      select from pg_index as i
      where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey))
  union all
  select format('alter routine %s reset search_path', signature)
  from functions
  where prosqlbody is null
  union all
  select format('alter routine %s security %s', signature, case when prosecdef then 'invoker' else 'definer' end)
  from functions
  union all
  select format('alter routine %s owner to postgres', signature) from functions where prosecdef
  union all
  select format('grant execute on routine %s to public', signature) from functions
  union all
  select format('grant execute on routine %s to plumbline_door', signature) from functions where face = 'desk'
  union all
  -- An operation that leaves no audit entry.
  select regexp_replace(pg_get_functiondef(oid), 'perform clinic\.audit\([^;]*;', 'null;', 'g')
  from functions
  where face in ('desk', 'door') and pg_get_functiondef(oid) ~ 'perform clinic\.audit\('
  union all
  -- A refusal that is not made, a check that is not called, or a plan that is not paused: one mutant for each call. The
  -- refusal of clinic.has_sight is left out, because pgTAP cannot reach it: a transaction has one isolation level and
  -- is on one server. Tests/Database/sights tries the levels.
  select regexp_replace(pg_get_functiondef(f.oid), call, 'null;', 1, n)
  from functions as f
    cross join (
      values ($$(perform|return query select) clinic\.(refuse|require|pause)\w*\(([^;']|'[^']*')*\);$$)) as p (call)
    cross join lateral generate_series(1, regexp_count(pg_get_functiondef(f.oid), call)) as n
  where f.prosqlbody is null and f.face in ('clinic', 'desk', 'door', 'operator')
    and f.signature <> 'clinic.has_sight(text)'
  union all
  -- A sight that counts although it is another login's, of another subject, too old, or not committed. Row security
  -- also ensures that it is of the practice.
  select regexp_replace(pg_get_functiondef(f.oid), condition, 'true', 1, n)
  from functions as f
    cross join (
      values (
        $$s\.(?!practice_id)\w+ (=|>|is distinct from) (\w+\(\)( - interval \S+ \S+)?|[\w.]+)$$)) as p (condition)
    cross join lateral generate_series(1, regexp_count(pg_get_functiondef(f.oid), condition)) as n
  where f.signature = 'clinic.has_sight(text)'
  union all
  -- A client's records that are shown although the client was not opened.
  select regexp_replace(pg_get_functiondef(oid), call, '')
  from functions
    cross join (
      values ($$cross join lateral clinic\.require_(sight|exportable)\((coalesce\([^)]*\)|[^)]*)\)$$)) as p (call)
  where pg_get_functiondef(oid) ~ call
  union all
  -- Another record under an id that was used before.
  select regexp_replace(pg_get_functiondef(oid), ' and r\.(client|revises) = [a-z.]+;', ';')
  from functions
  where pg_get_functiondef(oid) ~ ' and r\.(client|revises) = [a-z.]+;'
  union all
  -- What has ended and goes on in a transaction that was begun before. (It has no effect on the day of the practice.)
  select replace(pg_get_functiondef(oid), 'statement_timestamp()', 'now()')
  from functions
  where prosqlbody is null and pg_get_functiondef(oid) ~ 'statement_timestamp\(\)' and signature <> 'clinic.today()'
  union all
  -- A commit that is acknowledged before it is on disk.
  select replace(pg_get_functiondef(oid), $$'synchronous_commit', 'on'$$, $$'synchronous_commit', 'off'$$)
  from functions
  where prosqlbody is null and pg_get_functiondef(oid) ~ $$'synchronous_commit', 'on'$$
  union all
  -- A fault that the daemon overlooks: one kind of fault, or one attribute of its role. The settings of the server are
  -- left out, because no transaction can change them (deploy/SECURITY.md, known limits).
  select regexp_replace(pg_get_functiondef(f.oid), pattern, weaker, 1, n)
  from functions as f
    cross join (
      values ('where (?!current_setting)', 'where false and '), ('r\.rol(?!name)\w+', 'false')) as p (pattern, weaker)
    cross join lateral generate_series(1, regexp_count(pg_get_functiondef(f.oid), pattern)) as n
  where f.signature = 'door.faults()'
  union all
  select replace(pg_get_functiondef(oid), 'clinic.require_own_client(', 'clinic.require_client(')
  from functions
  where face = 'desk' and pg_get_functiondef(oid) ~ 'require_own_client'
  union all
  select replace(pg_get_viewdef, 'clinic.visible_clients', 'clinic.clients')
  from (
    select format('create or replace view %s with (security_invoker) as %s', c.oid::regclass, pg_get_viewdef(c.oid))
    from pg_class as c
    where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'v' and c.relname <> 'visible_clients'
  ) as views (pg_get_viewdef)
  union all
  select format('alter view %s reset (security_invoker)', oid::regclass)
  from pg_class
  where relnamespace = 'clinic'::regnamespace and relkind = 'v'
  union all
  select unnest(array[
    'grant usage on schema clinic to plumbline_desk', 'grant usage on schema desk to plumbline_door',
    'grant usage on schema operator to plumbline_desk', 'grant usage on schema desk to plumbline_outbox',
    'grant usage on schema registrar to plumbline_operator',
    'grant create on schema desk to plumbline_desk', 'grant usage on schema public to public',
    'grant usage on language plpgsql to public', 'grant usage on language sql to plumbline_door',
    'grant execute on function pg_catalog.pg_sleep(double precision) to public',
    'grant execute on function pg_catalog.lo_create(oid) to plumbline_door',
    'grant execute on function pg_catalog.set_config(text, text, boolean) to plumbline_door',
    'grant execute on function pg_catalog.query_to_xml(text, boolean, boolean, text) to plumbline_desk',
    'grant execute on function pg_catalog.pg_advisory_lock(bigint) to public',
    'grant select on pg_catalog.pg_class to public', 'grant select on pg_catalog.pg_stats to plumbline_desk',
    'grant select on pg_catalog.pg_stat_activity to plumbline_door',
    'grant select on information_schema.tables to public', 'alter role plumbline_owner login',
    'alter role plumbline_owner bypassrls', 'alter role plumbline_owner superuser',
    'alter role plumbline_desk createrole',
    'alter role plumbline_operator createdb', 'alter role plumbline_door connection limit -1',
    'alter role plumbline_door createrole', 'grant plumbline_owner to plumbline_operator',
    'grant plumbline_desk to plumbline_door', 'grant pg_read_all_data to plumbline_desk',
    'grant pg_read_server_files to plumbline_operator', 'grant plumbline_registrar to plumbline_operator'])
  union all
  select format('%s', replace(pattern, 'DATABASE', quote_ident(current_database())))
  from unnest(array[
    'grant temporary on database DATABASE to public', 'grant create on database DATABASE to plumbline_desk',
    'alter database DATABASE reset log_error_verbosity', 'alter database DATABASE reset log_min_error_statement',
    'alter database DATABASE reset statement_timeout', 'alter database DATABASE reset temp_file_limit',
    'alter role plumbline_door in database DATABASE reset statement_timeout']) as pattern
)
select mutation
from mutations
where mutation ~ :'only'
