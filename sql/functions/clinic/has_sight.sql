-- Returns whether a subject ('client ID' or 'list NAME') may be shown to this login, because its audit entry was
-- committed before.
--
-- The entry counts for 15 minutes and for its own login. It never counts in the transaction that wrote it, which could
-- still be rolled back as a whole or to a savepoint, be prepared, or be lost with its connection. It does not count at
-- an isolation level with a snapshot of its own, where rights that have ended would go on, nor on a standby, which
-- cannot write an entry.
create or replace function clinic.has_sight(subject text)
returns boolean
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if pg_is_in_recovery() or current_setting('transaction_isolation') <> 'read committed' then
    perform clinic.refuse('PL409', 'records are read on the primary server, under read committed');
  end if;
  return exists (
    select from clinic.sights as s
    where s.practice_id = (select clinic.my_practice())
      and s.login = session_user
      and s.subject = has_sight.subject
      and s.opened_at > clock_timestamp() - interval '15 minutes'
      and s.opened_in is distinct from pg_current_xact_id_if_assigned());
end
$$;
