-- Returns whether a client agreed to reminders, by the newest word about them.
create or replace function clinic.agrees_to_reminders(client uuid)
returns boolean
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    (clinic.current_consent(client, 'consent.reminders')).state in ('given', 'renewed', 'overridden'), false)
$$;
