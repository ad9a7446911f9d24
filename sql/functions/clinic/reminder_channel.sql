-- Returns how a client is reached with what the outbox writes by itself; null when they have not agreed to reminders,
-- are archived, or have no address on record.
create or replace function clinic.reminder_channel(client uuid)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select clinic.usual_channel(c.id)
  from clinic.present_client(client) as c
  where c.archived_at is null and clinic.agrees_to_reminders(c.id)
$$;
