-- Returns the settings that `plumbline doctor` checks.
create or replace function clinic.settings()
returns table (name text, value text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select s.name, current_setting(s.name)
  from unnest(array[
    'server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums',
    'log_error_verbosity', 'log_min_error_statement', 'log_parameter_max_length',
    'log_parameter_max_length_on_error', 'log_statement', 'statement_timeout', 'lock_timeout',
    'idle_in_transaction_session_timeout', 'temp_file_limit', 'TimeZone']) as s (name)
  union all
  select 'schema_version', coalesce(max(m.number), 0)::text from clinic.migrations as m
  union all
  select 'content_version', max(v.version) from clinic.content_versions as v
  union all
  select 'session_role_is_superuser', r.rolsuper::text from pg_roles as r where r.rolname = session_user
  union all
  select 'session_role_bypasses_row_security', r.rolbypassrls::text from pg_roles as r where r.rolname = session_user
  union all
  -- Seconds since 1970, to compare with the clock of the caller.
  select 'clock', round(extract(epoch from clock_timestamp()), 3)::text
  union all
  select
    'role ' || r.rolname,
    concat_ws(
      ' ', case when r.rolcanlogin then 'login' end, case when r.rolsuper then 'superuser' end,
      case when r.rolcreatedb then 'createdb' end, case when r.rolcreaterole then 'createrole' end,
      case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypassrls' end)
  from pg_roles as r
  where r.rolname like 'plumbline\_%'
  union all
  -- PostgreSQL lets every role change its own settings by ALTER ROLE. This shows any that a therapist changed: their
  -- own, and to the operator everybody's.
  select 'own setting of ' || r.rolname, array_to_string(s.setconfig, ', ')
  from pg_db_role_setting as s
    join pg_roles as r on r.oid = s.setrole
  where (r.rolname = session_user or session_user = 'plumbline_operator')
    and r.rolname not like 'plumbline\_%'
    and pg_has_role(r.oid, 'plumbline_desk', 'member')
    and s.setdatabase in (0, (select d.oid from pg_database as d where d.datname = current_database()))
  union all
  select 'faults of ' || f.kind, string_agg(f.fault, '; ' order by f.fault)
  from clinic.role_faults() as f
  -- The logins of other practices are nobody's to know but the operator's.
  where session_user = 'plumbline_operator' or not starts_with(f.fault, 't_')
  group by f.kind
  union all
  select 'encoding', current_setting('server_encoding')
  union all
  -- Text is sorted by rules of the C library, and an index that was made by other ones misses rows.
  select 'collation version', concat(d.datcollversion, ', now ', pg_database_collation_actual_version(d.oid))
  from pg_database as d
  where d.datname = current_database()
    and d.datcollversion is distinct from pg_database_collation_actual_version(d.oid)
  union all
  select * from clinic.kept_wal()
$$;
