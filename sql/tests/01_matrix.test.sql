-- Who may do what, compared between the catalogue and expected/: a new table or function without a line there fails,
-- and so does a line without its object.
\ir fixture.sql

create temporary table expected_tables (name text, keyed text);
create temporary table expected_functions (signature text, caller text);
\copy expected_tables from 'expected/tables' (delimiter ' ')
\copy expected_functions from 'expected/functions' (delimiter '|')

create temporary table logins (login text, face text);
insert into logins
values
  ('plumbline_door', 'door'), ('plumbline_operator', 'operator'), ('plumbline_outbox', 'outbox'), ('plumbline_desk', 'desk'),
  ('plumbline_backup', null), ('plumbline_registrar', 'registrar'), ('t_proofmira', 'desk'), ('t_proofjonas', 'desk'),
  ('t_prooftom', 'desk'), ('t_proofleaver', 'desk'), ('t_proofstranger', 'desk');

create temporary view tables as
select c.oid, c.oid::regclass::text as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner
from pg_class as c
where c.relnamespace in (
    'clinic'::regnamespace, 'door'::regnamespace, 'desk'::regnamespace, 'operator'::regnamespace,
    'outbox'::regnamespace, 'registrar'::regnamespace, 'public'::regnamespace)
  and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S');

create temporary view functions as
select
  p.oid, p.oid::regprocedure::text as signature, p.pronamespace::regnamespace::text as face, p.prosecdef, p.proconfig,
  p.proowner::regrole::text as owner, p.prolang, p.prosqlbody
from pg_proc as p
where p.pronamespace in (
  'clinic'::regnamespace, 'door'::regnamespace, 'desk'::regnamespace, 'operator'::regnamespace,
  'outbox'::regnamespace, 'registrar'::regnamespace, 'public'::regnamespace);

select no_plan();

select set_eq('select name from tables', 'select name from expected_tables', 'expected/tables lists every table and view');
select set_eq(
  'select signature from functions', 'select signature from expected_functions',
  'expected/functions lists every function');

-- Tables: nobody but the owner is granted anything, not even one column.
select is(
  (select count(*) from pg_class as c, aclexplode(c.relacl) as a where c.oid = t.oid and a.grantee <> c.relowner), 0::bigint,
  'nobody but its owner is granted anything on ' || t.name)
from tables as t;
select is(
  (select count(*) from pg_attribute as a where a.attrelid = t.oid and a.attacl is not null), 0::bigint,
  'nobody is granted a column of ' || t.name)
from tables as t;

-- Tables: the owner cannot log in and has no special attribute; row security is on, forced, and bound to the practice.
select is(t.relowner::regrole::text, 'plumbline_owner', t.name || ' is the owner''s')
from tables as t;
select ok(t.relrowsecurity and t.relforcerowsecurity, t.name || ' has row security, forced')
from tables as t
where t.relkind = 'r';
select ok(
  (select c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'] or c.reloptions @> array['security_invoker'] from pg_class as c where c.oid = t.oid),
  t.name || ' is read with the rights, and the row security, of its reader')
from tables as t
where t.relkind = 'v';
select ok(
  not exists (select from pg_policy as p where p.polrelid = t.oid and (not p.polpermissive or p.polroles <> '{0}')),
  'the policies of ' || t.name || ' are for everyone')
from tables as t
where t.relkind = 'r';
select is(
  (select string_agg(pg_get_expr(p.polqual, p.polrelid), ' and ') from pg_policy as p where p.polrelid = t.oid and p.polname = 'of_my_practice'),
  '(practice_id = ( SELECT clinic.my_practice() AS my_practice))',
  t.name || ' shows rows of one''s practice')
from tables as t
  join expected_tables as e using (name)
where e.keyed = 'practice';

-- Keys: the practice leads every key and index, in the same place of every foreign key.
select is(
  (select a.attname from pg_attribute as a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]), 'practice_id'::name,
  i.indexrelid::regclass || ' begins with the practice')
from pg_index as i
  join tables as t on t.oid = i.indrelid
  join expected_tables as e on e.name = t.name and e.keyed = 'practice';
select is(
  (select a.attname from pg_attribute as a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]), 'practice_id'::name,
  k.conname || ' begins with the practice')
from pg_constraint as k
  join tables as t on t.oid = k.conrelid
  join tables as f on f.oid = k.confrelid
  join expected_tables as e on e.name = f.name and e.keyed = 'practice'
where k.contype = 'f';
select is(
  (select count(*) from pg_attribute as a where a.attrelid = t.oid and (a.attidentity <> '' or pg_get_serial_sequence(t.name, a.attname) is not null) and a.attnum > 0),
  0::bigint, t.name || ' counts nothing across practices')
from tables as t
where t.relkind = 'r';
select ok(
  exists (select from pg_index as i where i.indrelid = t.oid and i.indisprimary), t.name || ' has a primary key')
from tables as t
where t.relkind = 'r';

-- Functions: the role they run as.
select is(e.caller, f.face, f.signature || ' is of the face it is written down for')
from functions as f
  join expected_functions as e using (signature);
select is(
  f.prosecdef, f.face in ('door', 'desk', 'operator', 'outbox') or f.signature in ('clinic.commit_durably()', 'registrar.open_login(text,text,timestamp with time zone)', 'registrar.close_login(text)', 'registrar.end_sessions(text[])', 'registrar.starting_sessions()'),
  f.signature || ' runs as its owner if it is a face''s, as its caller if not')
from functions as f;
select ok(
  f.proconfig @> array['search_path=pg_catalog, pg_temp'] or f.prosqlbody is not null,
  f.signature || ' looks up names in pg_catalog alone, or none, being bound when it was created')
from functions as f;
select is(
  f.owner, case when f.face = 'registrar' then 'plumbline_registrar' else 'plumbline_owner' end,
  f.signature || ' is owned by the right role')
from functions as f;
select is(
  (select count(*) from pg_proc as p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a where p.oid = f.oid and a.grantee = 0),
  0::bigint, 'not everyone may call ' || f.signature)
from functions as f;

select is(
  (select string_agg(a.grantee::regrole::text, ', ') from pg_proc as p, aclexplode(p.proacl) as a
    where p.oid = f.oid and a.grantee <> p.proowner),
  case f.face
    when 'door' then 'plumbline_door' when 'desk' then 'plumbline_desk' when 'operator' then 'plumbline_operator'
    when 'outbox' then 'plumbline_outbox'
    when 'registrar' then 'plumbline_owner'
  end,
  f.signature || ' is granted to the one role of its face')
from functions as f;

-- Roles.
select is(
  (select row(r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolbypassrls, r.rolreplication, r.rolcanlogin)::text
    from pg_roles as r where r.rolname = e.role),
  e.attributes, e.role || ' is no more than it is: superuser, createdb, createrole, bypassrls, replication, login')
from (values
  ('plumbline_owner', '(f,f,f,f,f,f)'), ('plumbline_desk', '(f,f,f,f,f,f)'),
  ('plumbline_registrar', '(f,f,t,f,f,f)'), ('plumbline_door', '(f,f,f,f,f,t)'),
  ('plumbline_operator', '(f,f,f,f,f,t)'), ('plumbline_outbox', '(f,f,f,f,f,t)'), ('plumbline_backup', '(f,f,f,f,t,t)'), ('t_proofmira', '(f,f,f,f,f,t)'),
  ('t_proofjonas', '(f,f,f,f,f,t)'), ('t_proofleaver', '(f,f,f,f,f,f)')) as e (role, attributes);
-- From PostgreSQL 16 on, a membership may give the right to administer a role without the rights of the role.
create temporary view memberships as
select
  m.member, m.roleid::regrole::text as role, m.admin_option,
  coalesce((to_jsonb(m) ->> 'inherit_option')::boolean or (to_jsonb(m) ->> 'set_option')::boolean, true) as is_in
from pg_auth_members as m;
select is(
  (select string_agg(m.role, ', ' order by m.role) from memberships as m where m.member = e.role::regrole and m.is_in),
  e.memberships, e.role || ' is in no other role')
from (values
  ('plumbline_owner', null), ('plumbline_desk', null), ('plumbline_door', null), ('plumbline_operator', null), ('plumbline_outbox', null),
  ('plumbline_backup', null), ('plumbline_registrar', 'pg_read_all_stats, pg_signal_backend'),
  ('t_proofmira', 'plumbline_desk')) as e (role, memberships);
select is(
  (select string_agg(m.role, ', ' order by m.role) from memberships as m
    where m.member = e.role::regrole and m.admin_option and not (m.role ~ '^t_' and e.role = 'plumbline_registrar')),
  case when e.role = 'plumbline_registrar' and current_setting('server_version_num')::integer >= 160000 then 'plumbline_desk' end,
  e.role || ' administers no role but what the registrar must')
from unnest(array[
  'plumbline_owner', 'plumbline_desk', 'plumbline_door', 'plumbline_operator', 'plumbline_backup', 'plumbline_registrar',
  't_proofmira']) as e (role);
select ok((select r.rolconnlimit between 1 and 20 from pg_roles as r where r.rolname = l.login), l.login || ' has a limit of connections')
from logins as l
where l.login in ('plumbline_door', 'plumbline_operator', 'plumbline_outbox', 'plumbline_backup', 't_proofmira', 't_proofjonas', 't_prooftom');

-- Rights that PostgreSQL gives to everyone and our logins do not have.
select is((
    select count(*) from pg_proc as p
    where p.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      and has_function_privilege(l.login, p.oid, 'execute')),
  0::bigint, l.login || ' may call no function of PostgreSQL''s')
from logins as l
where l.login <> 'plumbline_registrar';
select is((
    select count(*) from pg_class as c
    where c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      and (has_table_privilege(l.login, c.oid, 'select, insert, update, delete')
        or has_any_column_privilege(l.login, c.oid, 'select'))
      and c.relkind in ('r', 'v')),
  0::bigint, l.login || ' may read no catalogue')
from logins as l
where l.login <> 'plumbline_registrar';
select ok(not has_language_privilege(l.login, g.lanname, 'usage'), l.login || ' may not write ' || g.lanname)
from logins as l
  cross join pg_language as g
where l.login <> 'plumbline_registrar' and g.lanpltrusted;
select ok(not has_database_privilege(l.login, current_database(), p.privilege), l.login || ' has no ' || p.privilege || ' on the database')
from logins as l
  cross join unnest(array['temporary', 'create']) as p (privilege);
select ok(not has_schema_privilege(l.login, s.name, p.privilege), l.login || ' has no ' || p.privilege || ' on ' || s.name)
from logins as l
  cross join unnest(array['clinic', 'door', 'desk', 'operator', 'outbox', 'registrar', 'public']) as s (name)
  cross join unnest(array['create', 'usage']) as p (privilege)
where not (p.privilege = 'usage' and s.name = l.face)
  and not (l.login = 'plumbline_registrar' and s.name = 'registrar');
select is(
  (select count(*) from pg_foreign_data_wrapper) + (select count(*) from pg_event_trigger) + (select count(*) from pg_publication)
    + (select count(*) from pg_extension where extname not in ('plpgsql', 'pgtap')),
  0::bigint, 'there is no extension, foreign table, event trigger or publication');

-- The settings of the database and of the door's role.
select ok(
  exists (
    select from pg_db_role_setting as s
    where s.setdatabase = (select oid from pg_database where datname = current_database())
      and s.setrole = e.role and e.setting = any (s.setconfig)),
  e.setting || ' is set for ' || case e.role when 0 then 'the database' else 'the door' end)
from (
  select 0::oid as role, unnest(array[
    'log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_statement=none',
    'log_min_duration_statement=-1', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0',
    'statement_timeout=30s', 'lock_timeout=10s', 'idle_in_transaction_session_timeout=60s',
    'temp_file_limit=256MB', 'TimeZone=UTC']) as setting
  union all
  select 'plumbline_door'::regrole, unnest(array[
    'statement_timeout=5s', 'lock_timeout=250ms', 'idle_in_transaction_session_timeout=10s', 'temp_file_limit=32MB'])
) as e;

-- Tables: nobody who can log in may do anything with any of them, not even with one column.
select ok(
  not has_table_privilege(l.login, t.oid, v.verb), l.login || ' may not ' || v.verb || ' ' || t.name)
from tables as t
  cross join logins as l
  cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as v (verb);
select ok(
  not has_any_column_privilege(l.login, t.oid, v.verb), l.login || ' may not ' || v.verb || ' a column of ' || t.name)
from tables as t
  cross join logins as l
  cross join unnest(array['select', 'insert', 'update', 'references']) as v (verb);

-- Functions: who may call which.
select is(
  has_function_privilege(l.login, f.oid, 'execute') and has_schema_privilege(l.login, f.face, 'usage'),
  l.face is not distinct from f.face or (l.login = 'plumbline_registrar' and f.face = 'registrar'),
  l.login || case when l.face is not distinct from f.face then ' may' else ' may not' end || ' call ' || f.signature)
from functions as f
  cross join logins as l;

select * from finish();
rollback;
