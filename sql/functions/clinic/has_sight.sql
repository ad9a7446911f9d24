-- Whether a subject ('client ID' or 'list NAME') may be shown to this login: its entry in the audit was committed before.
--
-- The entry is good for 15 minutes, for its own login, and never in the transaction that wrote it: that one could still
-- be rolled back, to a savepoint or whole, prepared, or lost with its connection. Under an isolation level with a
-- snapshot of its own, rights that ended would go on; a standby cannot write what it shows.
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
      and s.opened_in <> pg_current_xact_id());
end
$$;
