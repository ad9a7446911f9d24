-- Returns what the server keeps of its WAL because nobody takes it, among the settings for `plumbline doctor`.
create or replace function clinic.kept_wal()
returns table (name text, value text)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  -- The bytes of WAL that the server keeps for a replication slot. One that nobody reads fills the disk.
  select
    case when s.active then 'slot ' else 'idle slot ' end || s.slot_name,
    pg_wal_lsn_diff(
      case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, s.restart_lsn)::text
  from pg_replication_slots as s
  where s.restart_lsn is not null
  union all
  -- The WAL that could not be archived when it was tried last: the server keeps all of it, and the disk fills.
  select
    'failing archive',
    concat(a.last_failed_wal, ' since ', coalesce(a.last_archived_time, a.stats_reset)::timestamptz(0))
  from pg_stat_archiver as a
  where a.last_failed_time > coalesce(a.last_archived_time, '-infinity')
    and current_setting('archive_mode') <> 'off'
$$;
